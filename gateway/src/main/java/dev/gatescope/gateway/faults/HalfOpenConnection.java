package dev.gatescope.gateway.faults;

import java.util.List;

/** The client becomes a dead end. */
final class HalfOpenConnection implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "half-open",
                    Group.CONNECTION,
                    "Half-open connection",
                    "Nothing of the client is read and nothing is written any more, though TCP"
                            + " stays open: after two missed heartbeats connections are closed by a"
                            + " timeout.",
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
                "nothing is read or written any more.",
                (line, hit) -> fault.whenEnded(line.halt(hit)::close));
    }
}
