package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.LifecycleHub;

import org.jspecify.annotations.Nullable;

/**
 * A session is a block around the work of one request, so that nothing can be left open. One whose
 * handler goes on by itself after the request outlives it, until the block ends.
 */
public final class ScopedSessions implements Sessions {
    private final SessionFactory factory;
    private final OverdueSessions overdue = new OverdueSessions(LifecycleHub.NONE);

    public ScopedSessions(SessionFactory factory) {
        this.factory = factory;
    }

    @Override
    public <T extends @Nullable Object> T inRequest(
            RequestSessions request, long cause, Work<T> work) throws Exception {
        try (var session = factory.open(request, cause, overdue, work)) {
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

    @Override
    public void requestOver(RequestSessions request) {
        overdue.requestOver(request);
    }

    @Override
    public boolean reclaim(long session, long cause) {
        return overdue.reclaim(session, cause);
    }

    @Override
    public void giveBack(long cause) {
        overdue.giveBack(cause);
    }
}
