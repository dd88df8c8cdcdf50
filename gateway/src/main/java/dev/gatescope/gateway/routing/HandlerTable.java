package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.Connection;
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

    /** The handler of the connection of this number itself, if it is here. */
    @Nullable ConnectionHandler own(long connection);

    /** Takes out all that are here, without a word. */
    List<ConnectionHandler> takeAll();

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

    /**
     * Takes a handler out, whatever the table's way.
     *
     * @param cause the event that says who wanted it
     * @return false where it is not here any more
     */
    boolean reclaim(ConnectionHandler handler, long cause);
}
