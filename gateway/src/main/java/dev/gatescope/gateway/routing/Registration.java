package dev.gatescope.gateway.routing;

/** A connection's place in the router; closing it takes the handler out, once. */
public final class Registration implements AutoCloseable {
    private final ConnectionHandler handler;
    private final Runnable removal;

    Registration(ConnectionHandler handler, Runnable removal) {
        this.handler = handler;
        this.removal = removal;
    }

    /** How many message types are answered. */
    public int types() {
        return handler.types().size();
    }

    /** Whether a fallback stands in for the real handlers. */
    public boolean fallback() {
        return handler.fallback();
    }

    @Override
    public void close() {
        removal.run();
    }
}
