package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.Connection;

import org.jspecify.annotations.Nullable;

/** A session is a block around the work of one request, so that nothing can be left open. */
public final class ScopedSessions implements Sessions {
    private final SessionFactory factory;

    public ScopedSessions(SessionFactory factory) {
        this.factory = factory;
    }

    @Override
    public <T extends @Nullable Object> T inRequest(
            Connection owner, String type, long cause, Work<T> work) throws Exception {
        try (var session = factory.open(owner, cause)) {
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
    public void requestOver(Connection owner) {
        // A block has ended before its request.
    }

    @Override
    public void reclaim() {
        // Nothing is ever leaked.
    }
}
