package dev.gatescope.gateway.routing;

/** A connection's place in the router; closing it takes the handler out, once. */
public final class Registration implements AutoCloseable {
    private final int types;
    private final boolean fallback;
    private final boolean skipped;
    private final Runnable removal;

    private Registration(int types, boolean fallback, boolean skipped, Runnable removal) {
        this.types = types;
        this.fallback = fallback;
        this.skipped = skipped;
        this.removal = removal;
    }

    static Registration of(ConnectionHandler handler, Runnable removal) {
        return new Registration(handler.types().size(), handler.fallback(), false, removal);
    }

    /** There is no handler, and the connection goes on all the same. */
    public static Registration skipped() {
        return new Registration(0, false, true, () -> {});
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

    @Override
    public void close() {
        removal.run();
    }
}
