package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.Causes;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Holding;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Place;
import dev.gatescope.gateway.lifecycle.SessionFact;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A session between its beginning and its close; reports each step as it happens. Whoever closes it
 * first, its owner or somebody who takes it back, has closed it.
 */
final class OpenSession implements Session, AutoCloseable {
    private final RequestSessions request;
    private final OverdueSessions overdue;
    private final Connection owner;
    private final long number;
    private final Handle handle;
    private final long opened;
    private final Place place;
    private final LifecycleHub hub;
    private final LeakedSessions leaks;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final long openedAtNanos = System.nanoTime();
    private boolean leaked; // guarded by the request

    /**
     * @param overdue where it can be taken back, should it outlive its request
     * @param opened the event that told of its beginning
     * @param place who opened it
     * @param leaks told when it outlives its request, and when it is back
     */
    OpenSession(
            RequestSessions request,
            OverdueSessions overdue,
            long number,
            Handle handle,
            long opened,
            Place place,
            LifecycleHub hub,
            LeakedSessions leaks) {
        this.request = request;
        this.overdue = overdue;
        this.owner = request.owner();
        this.number = number;
        this.handle = handle;
        this.opened = opened;
        this.place = place;
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
        if (closing.compareAndSet(false, true)) {
            try {
                handle.close();
            } catch (JdbiException e) {
                scopeFailed("close", e);
            }
            request.closed(this, () -> closed(opened, false));
        }
    }

    /** Nobody has closed it, and its request is over; called once, by the request. */
    void leaked() {
        leaked = true;
        overdue.add(this);
        var holding = new Holding(place, request.event(), heldNanos());
        leaks.add(
                number,
                hub.report(
                        owner,
                        Causes.of(overdue.property(), opened),
                        new SessionFact.Leaked(number, holding)));
    }

    /**
     * Closes it for real, although nobody else did; what was not committed is lost.
     *
     * @param cause the event that says who wanted it
     * @return false where it is being closed already
     */
    boolean reclaim(long cause) {
        if (!closing.compareAndSet(false, true)) {
            return false;
        }
        try (handle) {
            handle.rollback();
        } catch (JdbiException e) {
            // The pool that it came from has been renewed, and has ended it already.
        }
        request.closed(this, () -> closed(cause, true));
        return true;
    }

    private void closed(long cause, boolean reclaimed) {
        if (leaked) {
            overdue.remove(this);
            leaks.remove(number);
            hub.report(owner, cause, new SessionFact.Returned(number, reclaimed));
        }
        hub.report(owner, cause, new SessionFact.Closed(number, heldNanos()));
    }

    private long heldNanos() {
        return System.nanoTime() - openedAtNanos;
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
