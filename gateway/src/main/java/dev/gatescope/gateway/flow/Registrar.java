package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.PeerGone;
import dev.gatescope.gateway.routing.Registration;

/** Puts a connection's handlers into the router. */
@FunctionalInterface
public interface Registrar {
    /**
     * Registers a connection that is authenticated.
     *
     * @throws Refusal {@code REGISTRATION_FAILED} where the connection is not to go on without
     * @throws PeerGone where the client leaves meanwhile
     */
    Registration register(Newcomer newcomer) throws Refusal, PeerGone, InterruptedException;
}
