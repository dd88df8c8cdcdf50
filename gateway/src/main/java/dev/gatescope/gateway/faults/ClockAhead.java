package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.shared.protocol.ErrorCode;

import java.time.Duration;
import java.util.List;

/** Tokens are judged by a clock that runs ahead. */
final class ClockAhead implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofGateway(
                    "clock-ahead",
                    Group.GATEWAY,
                    "Clock ahead",
                    "Tokens are judged by a clock that runs ahead, so that good ones are refused"
                            + " with TOKEN_EXPIRED: rejected connections rise.",
                    List.of(
                            new Parameter.Whole(
                                    "seconds", 86_400L, 1, 31_536_000, "s", "that it runs ahead")),
                    List.of("connections.rejected", "ws_connections_total"),
                    true);

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var ahead = Duration.ofSeconds(arguments.whole("seconds"));
        surroundings.tokenClock().shift(ahead);
        begun.whenEnded(() -> surroundings.tokenClock().shift(ahead.negated()));
        Hook.OnAuthentication hook =
                (real, fault) ->
                        applicant -> {
                            try {
                                return real.authenticate(applicant);
                            } catch (Refusal refusal) {
                                if (refusal.code() == ErrorCode.TOKEN_EXPIRED) {
                                    // Of no connection: the token may have expired all the same.
                                    fault.hit(
                                            null,
                                            LifecycleHub.NONE,
                                            "a token was refused by a clock that runs ahead.");
                                }
                                throw refusal;
                            }
                        };
        return List.of(hook);
    }
}
