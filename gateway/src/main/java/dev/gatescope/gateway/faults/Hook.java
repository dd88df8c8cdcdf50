package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.auth.Authenticator;
import dev.gatescope.gateway.flow.Registrar;
import dev.gatescope.gateway.flow.StartupWait;
import dev.gatescope.gateway.routing.HandlerFactory;
import dev.gatescope.gateway.routing.Handling;
import dev.gatescope.gateway.sessions.Sessions;

/**
 * What of a fault acts: a replacement that stands around a real part while the fault is active, and
 * hands on whatever is not the fault's business. Replacements of several faults stand around one
 * another, the newest outside. They are called on the threads of the parts that they replace.
 */
public sealed interface Hook {
    /** Around those who find out who a client is. */
    @FunctionalInterface
    non-sealed interface OnAuthentication extends Hook {
        Authenticator around(Authenticator real, ActiveFault fault);
    }

    /** Around the wait of connections for the gateway. */
    @FunctionalInterface
    non-sealed interface OnStartupWait extends Hook {
        StartupWait around(StartupWait real, ActiveFault fault);
    }

    /** Around whoever registers connections, whatever it does where there are no handlers. */
    @FunctionalInterface
    non-sealed interface OnRegistration extends Hook {
        Registrar around(Registrar real, ActiveFault fault);
    }

    /** Around whoever makes the handlers that are registered. */
    @FunctionalInterface
    non-sealed interface OnHandlers extends Hook {
        HandlerFactory around(HandlerFactory real, ActiveFault fault);
    }

    /** Around the clean-up of a connection's handler. */
    @FunctionalInterface
    non-sealed interface OnCleanUp extends Hook {
        CleanUp around(CleanUp real, ActiveFault fault);
    }

    /** Around the handling of messages. */
    @FunctionalInterface
    non-sealed interface OnHandling extends Hook {
        Handling around(Handling real, ActiveFault fault);
    }

    /** Around the sessions of requests. */
    @FunctionalInterface
    non-sealed interface OnSession extends Hook {
        Sessions around(Sessions real, ActiveFault fault);
    }

    /** Around the way of a connection's frames between its peer and its flow. */
    @FunctionalInterface
    non-sealed interface OnWire extends Hook {
        Wire around(Wire real, ActiveFault fault);
    }

    /**
     * Around nothing: it did what it does when it began, and is undone by {@link
     * ActiveFault#whenEnded}.
     */
    record Ambient() implements Hook {}
}
