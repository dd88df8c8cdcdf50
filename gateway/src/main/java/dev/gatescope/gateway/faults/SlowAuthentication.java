package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnAuthentication;

import java.util.List;

/** Whoever knows clients takes its time. */
final class SlowAuthentication implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "auth-slow",
                    Group.AUTH,
                    "Authentication slow",
                    "Clients are known only after a delay: the auth phase and the time to ready"
                            + " rise, and clients that lose patience vanish.",
                    List.of(
                            Parameter.millis(
                                    "delay_ms", 1_000, 1, 60_000, "before a client is known"),
                            Parameter.millis(
                                    "jitter_ms", 0, 0, 60_000, "at most so much more, by chance")),
                    List.of(
                            "ws_handshake_phase_duration_seconds",
                            "latency_ms.ready_p99",
                            "connections.vanished"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var delay = arguments.millis("delay_ms");
        var jitter = arguments.millis("jitter_ms");
        OnAuthentication hook =
                (real, fault) ->
                        applicant -> {
                            var identity = real.authenticate(applicant);
                            var connection = applicant.connection();
                            if (fault.takesAs(connection, identity.user())) {
                                fault.hit(
                                        connection,
                                        connection.lastStep(),
                                        "authentication is slow.");
                                applicant.await(fault.ended(), fault.jittered(delay, jitter));
                            }
                            return identity;
                        };
        return List.of(hook);
    }
}
