package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnAuthentication;

import java.util.List;

/** Whoever knows clients breaks. */
final class FailingAuthentication implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "auth-failing",
                    Group.AUTH,
                    "Authentication failing",
                    "The provider of authentication throws: the connection fails and is closed with"
                            + " 1011, so that connection success falls.",
                    List.of(),
                    List.of("success.connection", "connections.failed", "ws_closes_total"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        OnAuthentication hook =
                (real, fault) ->
                        applicant -> {
                            var identity = real.authenticate(applicant);
                            var connection = applicant.connection();
                            if (!fault.takesAs(connection, identity.user())) {
                                return identity;
                            }
                            throw new InjectedFailure(
                                    fault.hit(
                                            connection,
                                            connection.lastStep(),
                                            "the provider of authentication throws."),
                                    "The provider of authentication cannot be reached.");
                        };
        return List.of(hook);
    }
}
