package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.Connection;

import org.jspecify.annotations.Nullable;

/** Lends database sessions, each for one request. */
public interface Sessions {
    /** What a request does with its session. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        /** Works with the session, which is gone when this returns or throws. */
        T with(Session session) throws Exception;
    }

    /**
     * Begins a session and does the work in it. What is right commits then, rolls back where the
     * work throws, and closes in every case; see {@link ScopedSessions}.
     *
     * @param owner the connection whose request it is
     * @param type the message type of the request
     * @param cause the event that the session's events rest on
     * @throws SessionUnavailable where the pool gives none in time
     * @throws Exception what the work throws
     */
    <T extends @Nullable Object> T inRequest(
            Connection owner, String type, long cause, Work<T> work) throws Exception;

    /** A request of this connection is over; whatever session it still has is leaked. */
    void requestOver(Connection owner);

    /** Gives back what is leaked, once no request runs any more. */
    void reclaim();
}
