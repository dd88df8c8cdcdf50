package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.LifecycleHub;

/** A connection's place in the router; closing it takes the handler out, once. */
public final class Registration implements AutoCloseable {
    private final int types;
    private final boolean fallback;
    private final boolean skipped;
    private final long because;
    private final Runnable removal;

    private Registration(
            int types, boolean fallback, boolean skipped, long because, Runnable removal) {
        this.types = types;
        this.fallback = fallback;
        this.skipped = skipped;
        this.because = because;
        this.removal = removal;
    }

    static Registration of(ConnectionHandler handler, Runnable removal) {
        return new Registration(
                handler.types().size(), handler.fallback(), false, LifecycleHub.NONE, removal);
    }

    /**
     * There is no handler, and the connection goes on all the same.
     *
     * @param because the event that explains why
     */
    public static Registration skipped(long because) {
        return new Registration(0, false, true, because, () -> {});
    }

    /** The same place, given up in another way. */
    public Registration givenUpBy(Runnable other) {
        return new Registration(types, fallback, skipped, because, other);
    }

    /** How many message types are answered. */
    public int types() {
        return types;
    }

    /** Whether a fallback stands in for the real handlers. */
    public boolean fallback() {
        return fallback;
    }

    /** Whether nobody will answer. */
    public boolean isSkipped() {
        return skipped;
    }

    /** The event that explains why nobody will answer; none where somebody does. */
    public long because() {
        return because;
    }

    @Override
    public void close() {
        removal.run();
    }
}
