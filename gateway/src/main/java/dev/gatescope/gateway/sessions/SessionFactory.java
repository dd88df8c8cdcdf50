package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.Causes;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.SessionFact;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Opens sessions on a pooled H2; whoever opens one has to end it. Safe from any thread; each
 * session is for its request's own thread.
 */
public final class SessionFactory {
    private final Jdbi jdbi;
    private final LifecycleHub hub;
    private final AtomicLong numbers = new AtomicLong();
    private final LeakedSessions leaks = new LeakedSessions();
    private final Database database;

    /**
     * @param database asked for a connection at the beginning of each session
     * @param statementTimeout how long one statement may run before it fails
     */
    public SessionFactory(Database database, Duration statementTimeout, LifecycleHub hub) {
        this.jdbi = Jdbi.create(database::connection);
        this.hub = hub;
        this.database = database;
        jdbi.getConfig(SqlStatements.class)
                .setQueryTimeout((int) Math.max(1, statementTimeout.toSeconds()));
    }

    /**
     * Begins a session.
     *
     * @param cause the event on which its own rest
     * @param overdue where it can be taken back, should it outlive its request
     * @param work what it is opened for
     * @throws SessionUnavailable where the pool gives none in time
     */
    OpenSession open(
            RequestSessions request, long cause, OverdueSessions overdue, Sessions.Work<?> work) {
        var owner = request.owner();
        var number = numbers.incrementAndGet();
        try {
            var handle = jdbi.open();
            var place = hub.places().here(work.getClass());
            var opened = hub.report(owner, cause, new SessionFact.Opened(number));
            var session =
                    new OpenSession(request, overdue, number, handle, opened, place, hub, leaks);
            request.opened(session);
            return session;
        } catch (JdbiException e) {
            throw new SessionUnavailable(e, unavailable(owner, number, cause, e));
        }
    }

    private long unavailable(Connection owner, long number, long cause, JdbiException e) {
        var leaked =
                database.isOpen()
                        ? leaks.explain(database.pool().getMaximumPoolSize())
                        : List.<Long>of();
        return hub.report(
                owner,
                Causes.of(leaked, cause),
                new SessionFact.ScopeFailed(number, "acquire", OpenSession.rootOf(e)));
    }

    /**
     * A request took what it was given for something else, and has no session.
     *
     * @param property the event that says why that could happen
     * @return what the request gets instead
     */
    PatternMismatch mismatched(
            Connection owner, long cause, PatternMismatch mismatch, long property) {
        var number = numbers.incrementAndGet();
        var event =
                hub.report(
                        owner,
                        Causes.of(property, cause),
                        new SessionFact.ScopeFailed(number, "pattern", mismatch));
        return new PatternMismatch(mismatch, event);
    }
}
