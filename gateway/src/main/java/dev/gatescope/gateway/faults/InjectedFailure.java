package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.lifecycle.Explained;

import org.jspecify.annotations.Nullable;

/** What a replaced part throws; it says by which event. */
public final class InjectedFailure extends RuntimeException implements Explained {
    private static final long serialVersionUID = 1L;

    private final long hit;

    /**
     * @param hit the event of the fault that acted
     */
    public InjectedFailure(long hit, String message) {
        this(hit, message, null);
    }

    /** A failure that the fault provoked in a real part. */
    public InjectedFailure(long hit, String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.hit = hit;
    }

    @Override
    public long because() {
        return hit;
    }
}
