package dev.gatescope.gateway.sessions;

/** No database session could be had in time: the pool is used up or the database is gone. */
public final class SessionUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SessionUnavailable(Throwable cause) {
        super("no database session in time", cause);
    }
}
