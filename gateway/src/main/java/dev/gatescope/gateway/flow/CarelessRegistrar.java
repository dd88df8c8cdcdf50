package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.agent.Services.MissingService;
import dev.gatescope.gateway.lifecycle.Explained;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.HandlerFactory;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.routing.Registration;
import dev.gatescope.gateway.sessions.Sessions;

import java.util.List;

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
    public Registration register(Newcomer newcomer) {
        try {
            return router.register(
                    newcomer.connection(),
                    newcomer.user(),
                    newcomer.outlet(),
                    sessions,
                    factory.handlersFor(newcomer.connection()),
                    false);
        } catch (Exception e) {
            return Registration.skipped(failed(newcomer, e));
        }
    }

    /** Says that handlers could not be made, and why. */
    private long failed(Newcomer newcomer, Exception e) {
        var message = e.getMessage();
        var missing = e instanceof MissingService;
        var fact =
                new HandlerFact.RegistrationFailed(
                        missing ? "missing_dependency" : "exception",
                        message == null ? e.getClass().getSimpleName() : message,
                        missing ? null : e);
        var connection = newcomer.connection();
        connection.failedWith(fact.sentence());
        var because = Explained.eventOf(e);
        return because == LifecycleHub.NONE
                ? hub.report(connection, newcomer.cause(), fact)
                : hub.report(connection, because, List.of(newcomer.cause()), fact);
    }
}
