package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.agent.FallbackHandlers;
import dev.gatescope.gateway.agent.Services.MissingService;
import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.HandlerFactory;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.routing.Outlet;
import dev.gatescope.gateway.routing.Registration;
import dev.gatescope.gateway.sessions.Sessions;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;

/** Puts a connection's handlers into the router, or what the environment wants instead. */
public final class Registrar {
    private final HandlerFactory factory;
    private final MessageRouter router;
    private final Sessions sessions;
    private final LifecycleHub hub;
    private final boolean strict;

    /**
     * @param strict whether a connection whose handlers cannot be made is refused; otherwise a
     *     fallback answers it
     */
    public Registrar(
            HandlerFactory factory,
            MessageRouter router,
            Sessions sessions,
            LifecycleHub hub,
            boolean strict) {
        this.factory = factory;
        this.router = router;
        this.sessions = sessions;
        this.hub = hub;
        this.strict = strict;
    }

    /**
     * Registers a connection that is authenticated.
     *
     * @param cause the event that registration rests on
     * @throws Refusal {@code REGISTRATION_FAILED} in a strict environment
     */
    Registration register(Connection connection, String user, Outlet outlet, long cause)
            throws Refusal {
        try {
            return router.register(
                    connection, user, outlet, sessions, factory.handlersFor(connection), false);
        } catch (MissingService e) {
            failed(connection, cause, "missing_dependency", e);
        } catch (Exception e) {
            failed(connection, cause, "exception", e);
        }
        if (strict) {
            throw new Refusal(
                    ErrorCode.REGISTRATION_FAILED,
                    CloseCode.SERVER_ERROR,
                    "The gateway cannot serve this connection, since a part that it needs failed.");
        }
        return router.register(
                connection, user, outlet, sessions, FallbackHandlers.handlers(), true);
    }

    private void failed(Connection connection, long cause, String reason, Exception e) {
        var message = e.getMessage();
        var fact =
                new HandlerFact.RegistrationFailed(
                        reason,
                        message == null ? e.getClass().getSimpleName() : message,
                        e instanceof MissingService ? null : e);
        connection.failedWith(fact.sentence());
        hub.report(connection, cause, fact);
    }
}
