package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.ConnectionState;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Where a router keeps handlers, and how it finds the one for a message. Safe from any thread. */
interface HandlerTable {
    /** The table that treats handlers so. */
    static HandlerTable of(HandlerPolicy policy, LifecycleHub hub) {
        return switch (policy) {
            case KEYED -> new HandlerRegistry(hub);
            case NEVER_REMOVED -> new HandlerList(hub, HandlerList.Removal.NONE);
            case REMOVED_FROM_COPY -> new HandlerList(hub, HandlerList.Removal.FROM_COPY);
            case SHARED -> new SharedHandler(hub);
        };
    }

    /** Puts a handler in; whether it goes when the registration is closed is the table's way. */
    Registration register(ConnectionHandler handler);

    /** Who takes the messages of this connection; not always its own handler. */
    @Nullable ConnectionHandler find(Connection connection);

    /** Whether a handler of this connection is still here. */
    boolean holds(Connection connection);

    /**
     * Takes this connection's own handler out, whatever the table's way.
     *
     * @param because the event that tells why
     * @return none where it was not here
     */
    @Nullable ConnectionHandler take(Connection connection, long because);

    /** Puts back what was taken out. */
    void put(ConnectionHandler handler);

    /** How many are here. */
    int size();

    /** Takes out whatever is left, once no connection needs it any more. */
    void clear();

    /** Says that a handler was put in. */
    static void added(LifecycleHub hub, ConnectionHandler handler) {
        var connection = handler.connection();
        connection.handlers(1);
        hub.report(connection, new HandlerFact.Added(handler.fallback()));
    }

    /** Says that a handler was withdrawn although its connection goes on. */
    static void withdrawn(LifecycleHub hub, ConnectionHandler handler, long because) {
        var connection = handler.connection();
        connection.handlers(0);
        connection.hasNoHandlerBecause(because);
        hub.report(
                connection,
                because,
                List.of(connection.lastStep()),
                new HandlerFact.Removed(false));
    }

    /** Says that a handler was taken out; one whose connection is over was counted as leaked. */
    static void removed(LifecycleHub hub, ConnectionHandler handler) {
        var connection = handler.connection();
        var leaked = connection.state() == ConnectionState.CLOSED;
        connection.handlers(0);
        hub.report(connection, new HandlerFact.Removed(leaked));
    }
}
