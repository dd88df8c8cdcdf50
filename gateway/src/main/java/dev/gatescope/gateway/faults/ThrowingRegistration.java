package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnHandlers;

import java.util.List;

/** Handlers cannot be made. */
final class ThrowingRegistration implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "registration-throwing",
                    Group.REGISTRATION,
                    "Registration throwing",
                    "Making the handlers throws: registration failures rise; development answers by"
                            + " a fallback, others refuse with REGISTRATION_FAILED and 1011.",
                    List.of(),
                    List.of(
                            "registration_failures",
                            "ws_handler_registration_failures_total",
                            "ws_fallback_replies_total"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        OnHandlers hook =
                (real, fault) ->
                        connection -> {
                            if (!fault.takes(connection)) {
                                return real.handlersFor(connection);
                            }
                            throw new InjectedFailure(
                                    fault.hit(
                                            connection,
                                            connection.lastStep(),
                                            "making the handlers throws."),
                                    "the handlers could not be made");
                        };
        return List.of(hook);
    }
}
