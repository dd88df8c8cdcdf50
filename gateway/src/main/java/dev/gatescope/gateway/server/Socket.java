package dev.gatescope.gateway.server;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** An open WebSocket. Nothing here waits. */
interface Socket {
    /**
     * Sends a text.
     *
     * @param whenSent hears when the transport has taken it, with what went wrong or null
     */
    void send(String text, Consumer<@Nullable Throwable> whenSent);

    /** Sends a ping with this payload. */
    void ping(long payload);

    /** Sends a close frame and waits, elsewhere, for the client's. */
    void close(int code, String reason);

    /** Ends the TCP connection at once. */
    void abort();
}
