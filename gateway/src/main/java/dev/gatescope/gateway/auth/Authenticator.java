package dev.gatescope.gateway.auth;

import dev.gatescope.gateway.lifecycle.PeerGone;

import java.time.Duration;

/** Finds out who a client is. */
@FunctionalInterface
public interface Authenticator {
    /** The client's frames before it is known; one at a time, with a deadline. */
    @FunctionalInterface
    interface FirstFrame {
        /**
         * Waits for the next text frame.
         *
         * @throws Refusal with {@code AUTH_REQUIRED} where none comes in time
         * @throws PeerGone where the client leaves meanwhile
         */
        String await(Duration atMost) throws Refusal, PeerGone, InterruptedException;
    }

    /**
     * Who the client of this handshake is.
     *
     * @param firstFrame asked only where the handshake brings no token
     * @throws Refusal where the token is missing, wrong or expired
     * @throws PeerGone where the client leaves meanwhile
     */
    Identity authenticate(Handshake handshake, FirstFrame firstFrame)
            throws Refusal, PeerGone, InterruptedException;
}
