package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.LifecycleHub;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One handler for everybody, as it was shipped against the growing list: the first connection's.
 * The count is fine; the answers go to the first user.
 */
final class SharedHandler implements HandlerTable {
    private final LifecycleHub hub;
    private final AtomicReference<@Nullable ConnectionHandler> first = new AtomicReference<>();

    SharedHandler(LifecycleHub hub) {
        this.hub = hub;
    }

    @Override
    public Registration register(ConnectionHandler handler) {
        if (first.compareAndSet(null, handler)) {
            handler.added(hub);
        }
        return Registration.of(handler, () -> {});
    }

    @Override
    public @Nullable ConnectionHandler find(Connection connection) {
        return first.get();
    }

    @Override
    public @Nullable ConnectionHandler own(long connection) {
        var handler = first.get();
        return handler != null && handler.connection().number() == connection ? handler : null;
    }

    @Override
    public List<ConnectionHandler> takeAll() {
        var handler = first.getAndSet(null);
        return handler == null ? List.of() : List.of(handler);
    }

    @Override
    public @Nullable ConnectionHandler take(Connection connection, long because) {
        var handler = first.get();
        if (handler == null
                || handler.connection() != connection
                || !first.compareAndSet(handler, null)) {
            return null;
        }
        handler.withdrawn(hub, because);
        return handler;
    }

    @Override
    public void put(ConnectionHandler handler) {
        if (first.compareAndSet(null, handler)) {
            handler.added(hub);
        }
    }

    @Override
    public int size() {
        return first.get() == null ? 0 : 1;
    }

    @Override
    public boolean reclaim(ConnectionHandler handler, long cause) {
        var here = first.compareAndSet(handler, null);
        if (here) {
            handler.reclaimed(hub, cause);
        }
        return here;
    }
}
