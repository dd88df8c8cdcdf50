package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.agent.FallbackHandlers;
import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.PeerGone;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.routing.Registration;
import dev.gatescope.gateway.sessions.Sessions;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;

/**
 * Registers a connection's handlers or, where they cannot be made, does what the environment wants:
 * refuses the connection, or answers it by a fallback in development.
 */
public final class CarefulRegistrar implements Registrar {
    private final Registrar registrar;
    private final MessageRouter router;
    private final Sessions sessions;
    private final boolean strict;

    /**
     * @param registrar tried first; whether it could is not left at that
     * @param strict whether a connection whose handlers cannot be made is refused; otherwise a
     *     fallback answers it
     */
    public CarefulRegistrar(
            Registrar registrar, MessageRouter router, Sessions sessions, boolean strict) {
        this.registrar = registrar;
        this.router = router;
        this.sessions = sessions;
        this.strict = strict;
    }

    @Override
    public Registration register(Newcomer newcomer) throws Refusal, PeerGone, InterruptedException {
        var registration = registrar.register(newcomer);
        if (!registration.isSkipped()) {
            return registration;
        }
        if (strict) {
            throw new Refusal(
                            ErrorCode.REGISTRATION_FAILED,
                            CloseCode.SERVER_ERROR,
                            "The gateway cannot serve this connection, since a part that it needs"
                                    + " failed.")
                    .because(registration.because());
        }
        newcomer.connection().hasNoHandlerBecause(registration.because());
        return router.register(
                newcomer.connection(),
                newcomer.user(),
                newcomer.outlet(),
                sessions,
                FallbackHandlers.handlers(),
                true);
    }
}
