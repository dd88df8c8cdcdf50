package dev.gatescope.gateway.auth;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.PeerGone;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A client that is still to be known. For its connection's own thread. */
public interface Applicant {
    /** What its upgrade request says about who is asking. */
    Handshake handshake();

    /** Its connection. */
    Connection connection();

    /**
     * Waits for its next text frame.
     *
     * @throws Refusal with {@code AUTH_REQUIRED} where none comes in time
     * @throws PeerGone where the client leaves meanwhile
     */
    String firstFrame(Duration atMost) throws Refusal, PeerGone, InterruptedException;

    /**
     * Waits for an event elsewhere, but not longer than the client is there.
     *
     * @return none where the time is over
     * @throws PeerGone where the client leaves meanwhile
     */
    <T> @Nullable T await(CompletableFuture<T> event, Duration atMost)
            throws PeerGone, InterruptedException;
}
