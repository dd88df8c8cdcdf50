package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.SessionFact;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Sessions on a pooled H2. Safe from any thread; each session is for its request's own thread. */
public final class H2Sessions implements Sessions {
    private final Jdbi jdbi;
    private final LifecycleHub hub;
    private final AtomicLong numbers = new AtomicLong();

    /**
     * @param database asked for a connection at the beginning of each session
     * @param statementTimeout how long one statement may run before it fails
     */
    public H2Sessions(Database database, Duration statementTimeout, LifecycleHub hub) {
        this.jdbi = Jdbi.create(database::connection);
        this.hub = hub;
        jdbi.getConfig(SqlStatements.class)
                .setQueryTimeout((int) Math.max(1, statementTimeout.toSeconds()));
    }

    @Override
    public <T extends @Nullable Object> T inRequest(Connection owner, long cause, Work<T> work)
            throws Exception {
        try (var session = begin(owner, cause)) {
            try {
                var result = work.with(session);
                session.commit();
                return result;
            } catch (Exception | Error e) {
                session.rollBack(e);
                throw e;
            }
        }
    }

    private Open begin(Connection owner, long cause) {
        var number = numbers.incrementAndGet();
        try {
            var handle = jdbi.open();
            var opened = hub.report(owner, cause, new SessionFact.Opened(number));
            return new Open(owner, number, handle, opened, System.nanoTime());
        } catch (JdbiException e) {
            var unavailable = new SessionUnavailable(e);
            hub.report(owner, cause, new SessionFact.ScopeFailed(number, "acquire", rootOf(e)));
            throw unavailable;
        }
    }

    private static Throwable rootOf(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** A session between its beginning and its close; reports each as it happens. */
    private final class Open implements Session, AutoCloseable {
        private final Connection owner;
        private final long number;
        private final Handle handle;
        private final long opened;
        private final long openedAtNanos;

        Open(Connection owner, long number, Handle handle, long opened, long openedAtNanos) {
            this.owner = owner;
            this.number = number;
            this.handle = handle;
            this.opened = opened;
            this.openedAtNanos = openedAtNanos;
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
                scopeFailed("commit", e);
                throw e;
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
            var held = System.nanoTime() - openedAtNanos;
            hub.report(owner, opened, new SessionFact.Closed(number, held));
        }

        private void scopeFailed(String step, JdbiException e) {
            hub.report(owner, opened, new SessionFact.ScopeFailed(number, step, rootOf(e)));
        }
    }
}
