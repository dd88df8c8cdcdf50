package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.auth.Authenticator;
import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.flow.Registrar;
import dev.gatescope.gateway.flow.StartupWait;
import dev.gatescope.gateway.routing.HandlerFactory;
import dev.gatescope.gateway.routing.Handling;
import dev.gatescope.gateway.sessions.Sessions;

import java.util.function.Supplier;

/**
 * Puts around each part of a flow what faults can stand in: it passes everything on to the part, as
 * long as no fault has a replacement for it.
 */
public final class FaultyParts {
    private final Supplier<Replacements> acting;

    FaultyParts(Supplier<Replacements> acting) {
        this.acting = acting;
    }

    /** Nothing but the parts. */
    public static FaultyParts none() {
        return new FaultyParts(() -> Replacements.NONE);
    }

    /** Whoever finds out who a client is. */
    public Authenticator authenticator(Authenticator real) {
        var around =
                new Around<>(
                        acting, Hook.OnAuthentication.class, real, Hook.OnAuthentication::around);
        return applicant -> around.now().authenticate(applicant);
    }

    /** The wait for the gateway. */
    public StartupWait startupWait(StartupWait real) {
        var around =
                new Around<>(acting, Hook.OnStartupWait.class, real, Hook.OnStartupWait::around);
        return (connection, peer, listener) -> around.now().await(connection, peer, listener);
    }

    /**
     * Whoever registers connections; what it registers is cleaned up by what faults leave of it.
     */
    public Registrar registrar(Registrar real) {
        CleanUp closing = (_, registration) -> registration.close();
        var cleanUp = new Around<>(acting, Hook.OnCleanUp.class, closing, Hook.OnCleanUp::around);
        var around =
                new Around<>(acting, Hook.OnRegistration.class, real, Hook.OnRegistration::around);
        return newcomer -> {
            var registration = around.now().register(newcomer);
            return registration.givenUpBy(() -> cleanUp.now().of(newcomer, registration));
        };
    }

    /** Whoever makes handlers. */
    public HandlerFactory handlers(HandlerFactory real) {
        var around = new Around<>(acting, Hook.OnHandlers.class, real, Hook.OnHandlers::around);
        return connection -> around.now().handlersFor(connection);
    }

    /** The handling of messages. */
    public Handling handling(Handling real) {
        var around = new Around<>(acting, Hook.OnHandling.class, real, Hook.OnHandling::around);
        return (handler, request) -> around.now().handle(handler, request);
    }

    /** The sessions of requests. */
    public Sessions sessions(Sessions real) {
        return new FaultySessions(
                new Around<>(acting, Hook.OnSession.class, real, Hook.OnSession::around));
    }

    /** The client's end of a connection. */
    public Peer peer(Peer real) {
        return new FaultyPeer(real, acting);
    }
}
