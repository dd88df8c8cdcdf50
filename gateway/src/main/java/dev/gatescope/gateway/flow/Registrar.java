package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.agent.Services.MissingService;
import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
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

    /** Says that handlers could not be made, and why. */
    static void failed(LifecycleHub hub, Connection connection, long cause, Exception e) {
        var message = e.getMessage();
        var missing = e instanceof MissingService;
        var fact =
                new HandlerFact.RegistrationFailed(
                        missing ? "missing_dependency" : "exception",
                        message == null ? e.getClass().getSimpleName() : message,
                        missing ? null : e);
        connection.failedWith(fact.sentence());
        hub.report(connection, cause, fact);
    }
}
