package dev.gatescope.gateway.sessions;

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
     * @param request which it is
     * @param cause the event on which the session's own rest: as a rule the request's
     * @throws SessionUnavailable where the pool gives none in time
     * @throws Exception what the work throws
     */
    <T extends @Nullable Object> T inRequest(RequestSessions request, long cause, Work<T> work)
            throws Exception;

    /** A request is over; whatever session of it is still open has leaked. */
    void requestOver(RequestSessions request);

    /**
     * Takes back one that has leaked: rolls it back and gives it to the pool.
     *
     * @param session its number
     * @param cause the event that says who wanted it
     * @return false where it has come back already
     */
    boolean reclaim(long session, long cause);

    /**
     * Takes back all that have leaked, and from now on each that leaks.
     *
     * @param cause the event that says why
     */
    void giveBack(long cause);
}
