package dev.gatescope.gateway.auth;

import dev.gatescope.gateway.lifecycle.PeerGone;

/** Finds out who a client is. */
@FunctionalInterface
public interface Authenticator {
    /**
     * Who this client is; its first frame is asked for only where its handshake brings no token.
     *
     * @throws Refusal where the token is missing, wrong or expired
     * @throws PeerGone where the client leaves meanwhile
     */
    Identity authenticate(Applicant applicant) throws Refusal, PeerGone, InterruptedException;
}
