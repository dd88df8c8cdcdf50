package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.agent.FallbackHandlers;
import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.HandlerFactory;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.routing.Outlet;
import dev.gatescope.gateway.routing.Registration;
import dev.gatescope.gateway.sessions.Sessions;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;

/**
 * Registers a connection's handlers or, where they cannot be made, does what the environment wants:
 * refuses the connection, or answers it by a fallback in development.
 */
public final class CarefulRegistrar implements Registrar {
    private final HandlerFactory factory;
    private final MessageRouter router;
    private final Sessions sessions;
    private final LifecycleHub hub;
    private final boolean strict;

    /**
     * @param strict whether a connection whose handlers cannot be made is refused; otherwise a
     *     fallback answers it
     */
    public CarefulRegistrar(
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

    @Override
    public Registration register(Connection connection, String user, Outlet outlet, long cause)
            throws Refusal {
        try {
            return router.register(
                    connection, user, outlet, sessions, factory.handlersFor(connection), false);
        } catch (Exception e) {
            Registrar.failed(hub, connection, cause, e);
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
}
