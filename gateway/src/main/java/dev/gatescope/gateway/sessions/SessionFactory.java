package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.Connection;
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
     * @throws SessionUnavailable where the pool gives none in time
     */
    OpenSession open(Connection owner, long cause) {
        var number = numbers.incrementAndGet();
        try {
            var handle = jdbi.open();
            var opened = hub.report(owner, cause, new SessionFact.Opened(number));
            return new OpenSession(owner, number, handle, opened, hub);
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
    void mismatched(Connection owner, long cause, PatternMismatch mismatch) {
        hub.report(
                owner,
                cause,
                new SessionFact.ScopeFailed(numbers.incrementAndGet(), "pattern", mismatch));
    }
}
