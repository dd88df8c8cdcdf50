package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.Explained;

/** No database session could be had in time: the pool is used up or the database is gone. */
public final class SessionUnavailable extends RuntimeException implements Explained {
    private static final long serialVersionUID = 1L;

    private final long because;

    SessionUnavailable(Throwable cause, long because) {
        super("no database session in time", cause);
        this.because = because;
    }

    @Override
    public long because() {
        return because;
    }
}
