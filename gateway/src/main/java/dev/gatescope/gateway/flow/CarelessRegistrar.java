package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.agent.Services.MissingService;
import dev.gatescope.gateway.lifecycle.Causes;
import dev.gatescope.gateway.lifecycle.Explained;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.HandlerFactory;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.routing.Registration;
import dev.gatescope.gateway.sessions.Sessions;

/** Registers a connection's handlers or, where they cannot be made, goes on without any. */
public final class CarelessRegistrar implements Registrar {
    private final HandlerFactory factory;
    private final MessageRouter router;
    private final Sessions sessions;
    private final LifecycleHub hub;
    private final long property;

    /**
     * @param property the event that says that this flow registers without waiting; none where it
     *     waits
     */
    public CarelessRegistrar(
            HandlerFactory factory,
            MessageRouter router,
            Sessions sessions,
            LifecycleHub hub,
            long property) {
        this.factory = factory;
        this.router = router;
        this.sessions = sessions;
        this.hub = hub;
        this.property = property;
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

    /** Says that handlers could not be made, and why; the event that says so. */
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
        // That nobody waited matters only where somebody was missing.
        var careless = missing ? property : LifecycleHub.NONE;
        return hub.report(
                connection,
                Causes.of(Explained.eventsOf(e), newcomer.cause(), careless, connection.lastStep()),
                fact);
    }
}
