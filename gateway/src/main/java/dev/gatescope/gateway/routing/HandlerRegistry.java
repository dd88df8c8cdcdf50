package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.LifecycleHub;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The handlers of all connections, each found by its own connection only. Finding one costs the
 * same however many there are. Safe from any thread.
 */
final class HandlerRegistry implements HandlerTable {
    private final ConcurrentHashMap<Long, ConnectionHandler> handlers = new ConcurrentHashMap<>();
    private final LifecycleHub hub;

    HandlerRegistry(LifecycleHub hub) {
        this.hub = hub;
    }

    @Override
    public Registration register(ConnectionHandler handler) {
        var connection = handler.connection();
        var already = handlers.putIfAbsent(connection.number(), handler);
        if (already != null) {
            throw new IllegalStateException("connection " + connection.id() + " has a handler");
        }
        handler.added(hub);
        return Registration.of(handler, () -> remove(handler));
    }

    private void remove(ConnectionHandler handler) {
        if (handlers.remove(handler.connection().number(), handler)) {
            handler.removed(hub);
        }
    }

    @Override
    public @Nullable ConnectionHandler find(Connection connection) {
        return handlers.get(connection.number());
    }

    @Override
    public @Nullable ConnectionHandler own(long connection) {
        return handlers.get(connection);
    }

    @Override
    public List<ConnectionHandler> takeAll() {
        return handlers.values().stream()
                .filter(handler -> handlers.remove(handler.connection().number(), handler))
                .toList();
    }

    @Override
    public @Nullable ConnectionHandler take(Connection connection, long because) {
        var handler = handlers.remove(connection.number());
        if (handler != null) {
            handler.withdrawn(hub, because);
        }
        return handler;
    }

    @Override
    public void put(ConnectionHandler handler) {
        handlers.put(handler.connection().number(), handler);
        handler.added(hub);
    }

    @Override
    public int size() {
        return handlers.size();
    }

    @Override
    public boolean reclaim(ConnectionHandler handler, long cause) {
        var here = handlers.remove(handler.connection().number(), handler);
        if (here) {
            handler.reclaimed(hub, cause);
        }
        return here;
    }
}
