package dev.gatescope.gateway.faults;

import java.util.List;

/** Heartbeats get lost. */
final class SuppressedPings implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "pings-suppressed",
                    Group.CONNECTION,
                    "Pings suppressed",
                    "Pings do not go out and pongs are not heard, though messages are: after two"
                            + " missed heartbeats connections are closed by a timeout.",
                    Strike.parameters(),
                    List.of("ws_closes_total", "connections.active"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault fault, Surroundings surroundings) {
        return Strike.hooks(
                fault,
                arguments,
                surroundings,
                "its pings are not sent, and pongs not heard.",
                (line, hit) -> fault.whenEnded(line.loseHeartbeats(hit)::close));
    }
}
