package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.Causes;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.Holding;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Place;
import dev.gatescope.gateway.sessions.Sessions;

import java.util.Map;

/**
 * What one connection has in the router: its user, its outlet, and who answers which type. One per
 * connection, for all its types. Says when it comes, when it outlives its connection and when it
 * goes; its lock keeps these in order.
 */
final class ConnectionHandler {
    private final Connection connection;
    private final String user;
    private final Outlet outlet;
    private final Sessions sessions;
    private final Map<String, MessageHandler> types;
    private final boolean fallback;
    private final Place place;
    private final long madeAtNanos = System.nanoTime();
    private State state = State.REGISTERED; // guarded by this

    private enum State {
        REGISTERED,
        LEAKED,
        GONE
    }

    /**
     * @param fallback whether it stands in for handlers that could not be made
     * @param place who registers it
     */
    ConnectionHandler(
            Connection connection,
            String user,
            Outlet outlet,
            Sessions sessions,
            Map<String, MessageHandler> types,
            boolean fallback,
            Place place) {
        this.connection = connection;
        this.user = user;
        this.outlet = outlet;
        this.sessions = sessions;
        this.types = types;
        this.fallback = fallback;
        this.place = place;
    }

    Connection connection() {
        return connection;
    }

    String user() {
        return user;
    }

    Outlet outlet() {
        return outlet;
    }

    Sessions sessions() {
        return sessions;
    }

    Map<String, MessageHandler> types() {
        return types;
    }

    boolean fallback() {
        return fallback;
    }

    /** It was put into a table. */
    void added(LifecycleHub hub) {
        connection.handlers(1);
        hub.report(connection, new HandlerFact.Added(fallback));
    }

    /**
     * Its connection is over, and it is still in a table.
     *
     * @param because the event that explains why, if one does
     */
    synchronized void outlived(LifecycleHub hub, long because) {
        if (state == State.REGISTERED) {
            state = State.LEAKED;
            var held = System.nanoTime() - madeAtNanos;
            hub.report(
                    connection,
                    Causes.of(connection.keptHandlerEvent(), because, connection.lastStep()),
                    new HandlerFact.Leaked(new Holding(place, LifecycleHub.NONE, held)));
        }
    }

    /** Whether it has outlived its connection. */
    synchronized boolean hasLeaked() {
        return state == State.LEAKED;
    }

    /** It was taken out of its table although its connection goes on, as this event explains. */
    void withdrawn(LifecycleHub hub, long because) {
        goneFromTable(hub, because, new HandlerFact.Removed(false, false));
    }

    /** It was taken out of its table, once its connection needed it no more. */
    void removed(LifecycleHub hub) {
        removed(hub, LifecycleHub.NONE, false);
    }

    /** It was taken out of its table by somebody else, for whom this event speaks. */
    void reclaimed(LifecycleHub hub, long cause) {
        removed(hub, cause, true);
    }

    private synchronized void removed(LifecycleHub hub, long cause, boolean reclaimed) {
        var leaked = state == State.LEAKED;
        state = State.GONE;
        goneFromTable(hub, cause, new HandlerFact.Removed(leaked, leaked && reclaimed));
    }

    private void goneFromTable(LifecycleHub hub, long because, HandlerFact.Removed fact) {
        connection.handlers(0);
        connection.hasNoHandlerBecause(because);
        hub.report(connection, Causes.of(because, connection.lastStep()), fact);
    }
}
