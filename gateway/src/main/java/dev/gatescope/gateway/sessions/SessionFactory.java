package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.SessionFact;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Opens sessions on a pooled H2; whoever opens one has to end it. Safe from any thread; each
 * session is for its request's own thread.
 */
public final class SessionFactory {
    private final Jdbi jdbi;
    private final LifecycleHub hub;
    private final AtomicLong numbers = new AtomicLong();

    /**
     * @param database asked for a connection at the beginning of each session
     * @param statementTimeout how long one statement may run before it fails
     */
    public SessionFactory(Database database, Duration statementTimeout, LifecycleHub hub) {
        this.jdbi = Jdbi.create(database::connection);
        this.hub = hub;
        jdbi.getConfig(SqlStatements.class)
                .setQueryTimeout((int) Math.max(1, statementTimeout.toSeconds()));
    }

    /**
     * Begins a session.
     *
     * @param overdue where it can be taken back, should it outlive its request
     * @param work what it is opened for
     * @throws SessionUnavailable where the pool gives none in time
     */
    OpenSession open(RequestSessions request, OverdueSessions overdue, Sessions.Work<?> work) {
        var owner = request.owner();
        var cause = request.event();
        var number = numbers.incrementAndGet();
        try {
            var handle = jdbi.open();
            var place = hub.places().here(work.getClass());
            var opened = hub.report(owner, cause, new SessionFact.Opened(number));
            var session = new OpenSession(request, overdue, number, handle, opened, place, hub);
            request.opened(session);
            return session;
        } catch (JdbiException e) {
            var unavailable = new SessionUnavailable(e);
            hub.report(
                    owner,
                    cause,
                    new SessionFact.ScopeFailed(number, "acquire", OpenSession.rootOf(e)));
            throw unavailable;
        }
    }

    /** A request took what it was given for something else, and has no session. */
    void mismatched(RequestSessions request, PatternMismatch mismatch) {
        hub.report(
                request.owner(),
                request.event(),
                new SessionFact.ScopeFailed(numbers.incrementAndGet(), "pattern", mismatch));
    }
}
