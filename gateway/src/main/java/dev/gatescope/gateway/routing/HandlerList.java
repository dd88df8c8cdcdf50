package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.LifecycleHub;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The handlers of all connections in one list, as it was shipped: each connection adds one, and
 * none is ever gone. Finding one means going through those of everybody who was here before.
 */
final class HandlerList implements HandlerTable {
    /** What the clean-up of a connection does about its handler. */
    enum Removal {
        /** Nobody thought of it. */
        NONE,
        /** It is there and runs without an error, on a list that nobody else sees. */
        FROM_COPY
    }

    private final LifecycleHub hub;
    private final Removal removal;
    private final List<ConnectionHandler> handlers = new ArrayList<>();

    HandlerList(LifecycleHub hub, Removal removal) {
        this.hub = hub;
        this.removal = removal;
    }

    @Override
    public Registration register(ConnectionHandler handler) {
        synchronized (handlers) {
            handlers.add(handler);
        }
        handler.added(hub);
        return Registration.of(handler, () -> remove(handler));
    }

    private void remove(ConnectionHandler handler) {
        switch (removal) {
            case NONE -> {}
            case FROM_COPY -> copy().remove(handler);
        }
    }

    private List<ConnectionHandler> copy() {
        synchronized (handlers) {
            return new ArrayList<>(handlers);
        }
    }

    @Override
    public List<ConnectionHandler> takeAll() {
        synchronized (handlers) {
            var all = List.copyOf(handlers);
            handlers.clear();
            return all;
        }
    }

    @Override
    public @Nullable ConnectionHandler find(Connection connection) {
        return own(connection.number());
    }

    @Override
    public @Nullable ConnectionHandler own(long connection) {
        synchronized (handlers) {
            for (var handler : handlers) {
                if (handler.connection().number() == connection) {
                    return handler;
                }
            }
            return null;
        }
    }

    @Override
    public @Nullable ConnectionHandler take(Connection connection, long because) {
        ConnectionHandler handler;
        synchronized (handlers) {
            handler = find(connection);
            if (handler == null) {
                return null;
            }
            handlers.remove(handler);
        }
        handler.withdrawn(hub, because);
        return handler;
    }

    @Override
    public void put(ConnectionHandler handler) {
        synchronized (handlers) {
            handlers.add(handler);
        }
        handler.added(hub);
    }

    @Override
    public int size() {
        synchronized (handlers) {
            return handlers.size();
        }
    }

    @Override
    public boolean reclaim(ConnectionHandler handler, long cause) {
        boolean here;
        synchronized (handlers) {
            here = handlers.remove(handler);
        }
        if (here) {
            handler.reclaimed(hub, cause);
        }
        return here;
    }
}
