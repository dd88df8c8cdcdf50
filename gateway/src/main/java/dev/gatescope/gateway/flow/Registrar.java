package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.routing.Outlet;
import dev.gatescope.gateway.routing.Registration;

/** Puts a connection's handlers into the router. */
public interface Registrar {
    /**
     * Registers a connection that is authenticated.
     *
     * @param cause the event that registration rests on
     * @throws Refusal {@code REGISTRATION_FAILED} where the connection is not to go on without
     */
    Registration register(Connection connection, String user, Outlet outlet, long cause)
            throws Refusal;
}
