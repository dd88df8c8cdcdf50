package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.Causes;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.SessionFact;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** A session between its beginning and its close; reports each step as it happens. */
final class OpenSession implements Session, AutoCloseable {
    private final Connection owner;
    private final long number;
    private final Handle handle;
    private final long opened;
    private final LifecycleHub hub;
    private final LeakedSessions leaks;
    private final long openedAtNanos = System.nanoTime();

    OpenSession(
            Connection owner,
            long number,
            Handle handle,
            long opened,
            LifecycleHub hub,
            LeakedSessions leaks) {
        this.owner = owner;
        this.number = number;
        this.handle = handle;
        this.opened = opened;
        this.hub = hub;
        this.leaks = leaks;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Handle sql() {
        return handle;
    }

    void commit() {
        try {
            handle.commit();
        } catch (JdbiException e) {
            throw new ScopeBroken(e, scopeFailed("commit", e));
        }
        hub.report(owner, opened, new SessionFact.Committed(number));
    }

    void rollBack(Throwable because) {
        try {
            handle.rollback();
            hub.report(owner, opened, new SessionFact.RolledBack(number, because));
        } catch (JdbiException e) {
            scopeFailed("rollback", e);
            because.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try {
            handle.close();
        } catch (JdbiException e) {
            scopeFailed("close", e);
        }
        closed();
    }

    /** Nobody closed it, and its request is over; an event says why. */
    void leaked(long because) {
        leaks.add(
                number,
                hub.report(owner, Causes.of(because, opened), new SessionFact.Leaked(number)));
    }

    /** Closes it for real, although nobody else ever did; what was not committed is lost. */
    void reclaim() {
        try {
            handle.rollback();
            handle.close();
        } catch (JdbiException e) {
            // The pool that it came from has been renewed, and has ended it already.
        }
        closed();
        hub.report(owner, opened, new SessionFact.Returned(number, true));
    }

    private void closed() {
        leaks.remove(number);
        var held = System.nanoTime() - openedAtNanos;
        hub.report(owner, opened, new SessionFact.Closed(number, held));
    }

    private long scopeFailed(String step, JdbiException e) {
        return hub.report(owner, opened, new SessionFact.ScopeFailed(number, step, rootOf(e)));
    }

    static Throwable rootOf(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
