package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnRegistration;

import java.util.List;

/** Registration takes its time. */
final class SlowRegistration implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "registration-slow",
                    Group.REGISTRATION,
                    "Registration slow",
                    "A handler is registered only after a delay: the register phase and the time to"
                            + " ready rise, and what the client sends meanwhile is kept.",
                    List.of(
                            Parameter.millis(
                                    "delay_ms", 1_000, 1, 60_000, "before a handler is registered"),
                            Parameter.millis(
                                    "jitter_ms", 0, 0, 60_000, "at most so much more, by chance")),
                    List.of("ws_handshake_phase_duration_seconds", "latency_ms.ready_p99"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var delay = arguments.millis("delay_ms");
        var jitter = arguments.millis("jitter_ms");
        OnRegistration hook =
                (real, fault) ->
                        newcomer -> {
                            var connection = newcomer.connection();
                            if (fault.takes(connection)) {
                                fault.hit(
                                        connection, connection.lastStep(), "registration is slow.");
                                newcomer.peer().await(fault.ended(), fault.jittered(delay, jitter));
                            }
                            return real.register(newcomer);
                        };
        return List.of(hook);
    }
}
