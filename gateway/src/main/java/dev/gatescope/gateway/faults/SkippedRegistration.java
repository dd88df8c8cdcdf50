package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnRegistration;
import dev.gatescope.gateway.routing.Registration;

import java.util.List;

/** Registration is forgotten. */
final class SkippedRegistration implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "registration-skipped",
                    Group.REGISTRATION,
                    "Registration skipped",
                    "A connection is welcomed without a handler: it fails, its messages fail with"
                            + " NO_HANDLER, and connection and routing success fall.",
                    List.of(),
                    List.of("success.connection", "success.routing", "ws_routing_total"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        OnRegistration hook =
                (real, fault) ->
                        newcomer -> {
                            var connection = newcomer.connection();
                            return fault.takes(connection)
                                    ? Registration.skipped(
                                            fault.hit(
                                                    connection,
                                                    newcomer.cause(),
                                                    "registration is skipped."))
                                    : real.register(newcomer);
                        };
        return List.of(hook);
    }
}
