package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.lifecycle.Connection;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** The open socket of one connection. Nothing here waits; from any thread. */
public interface Transport {
    /** Whose socket it is. */
    Connection connection();

    /**
     * Sends a text.
     *
     * @param whenSent hears when the transport has taken it, with what went wrong or null
     */
    void send(String text, Consumer<@Nullable Throwable> whenSent);

    /** Sends a ping with this payload. */
    void ping(long payload);

    /** Sends a close frame. */
    void close(int code, String reason);

    /** Ends the TCP connection at once. */
    void abort();
}
