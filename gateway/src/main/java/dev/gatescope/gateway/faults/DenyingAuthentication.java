package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnAuthentication;
import dev.gatescope.shared.protocol.ErrorCode;

import java.util.List;

/** Right tokens are refused. */
final class DenyingAuthentication implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "auth-denying",
                    Group.AUTH,
                    "Authentication denying",
                    "A right token is refused: its client is told so and closed with 1008, and"
                            + " rejected connections rise.",
                    List.of(
                            new Parameter.Choice(
                                    "code",
                                    "AUTH_FAILED",
                                    List.of("AUTH_FAILED", "TOKEN_EXPIRED"),
                                    "what the client is told")),
                    List.of("connections.rejected", "ws_closes_total"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var code = ErrorCode.valueOf(arguments.word("code"));
        OnAuthentication hook =
                (real, fault) ->
                        applicant -> {
                            var identity = real.authenticate(applicant);
                            var connection = applicant.connection();
                            if (!fault.takesAs(connection, identity.user())) {
                                return identity;
                            }
                            throw Refusal.ofToken(code, sentence(code))
                                    .because(
                                            fault.hit(
                                                    connection,
                                                    connection.lastStep(),
                                                    "a right token is refused."));
                        };
        return List.of(hook);
    }

    private static String sentence(ErrorCode code) {
        return code == ErrorCode.TOKEN_EXPIRED
                ? "The token has expired; get a new one and reconnect."
                : "The token is not valid here; get another one.";
    }
}
