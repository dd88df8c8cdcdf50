package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.Explained;

/** A session could not be committed, so that what was done in it is lost. */
public final class ScopeBroken extends RuntimeException implements Explained {
    private static final long serialVersionUID = 1L;

    private final long because;

    ScopeBroken(Throwable cause, long because) {
        super("the database session could not be committed", cause);
        this.because = because;
    }

    @Override
    public long because() {
        return because;
    }
}
