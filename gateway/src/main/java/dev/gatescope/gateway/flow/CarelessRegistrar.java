package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.agent.Services.MissingService;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.HandlerFactory;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.routing.Outlet;
import dev.gatescope.gateway.routing.Registration;
import dev.gatescope.gateway.sessions.Sessions;

/** Registers a connection's handlers or, where they cannot be made, goes on without any. */
public final class CarelessRegistrar implements Registrar {
    private final HandlerFactory factory;
    private final MessageRouter router;
    private final Sessions sessions;
    private final LifecycleHub hub;

    public CarelessRegistrar(
            HandlerFactory factory, MessageRouter router, Sessions sessions, LifecycleHub hub) {
        this.factory = factory;
        this.router = router;
        this.sessions = sessions;
        this.hub = hub;
    }

    @Override
    public Registration register(Connection connection, String user, Outlet outlet, long cause) {
        try {
            return router.register(
                    connection, user, outlet, sessions, factory.handlersFor(connection), false);
        } catch (Exception e) {
            failed(connection, cause, e);
            return Registration.skipped();
        }
    }

    /** Says that handlers could not be made, and why. */
    private void failed(Connection connection, long cause, Exception e) {
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
