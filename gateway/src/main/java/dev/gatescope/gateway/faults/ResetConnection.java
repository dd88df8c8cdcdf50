package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.flow.Line;

import java.util.List;

/** The TCP connection breaks. */
final class ResetConnection implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "tcp-reset",
                    Group.CONNECTION,
                    "TCP reset",
                    "Connections break without a word, by a TCP reset: they are closed with 1006 by"
                            + " the network, and everything they held is given back.",
                    Strike.parameters(),
                    List.of("ws_closes_total", "connections.active"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault fault, Surroundings surroundings) {
        return Strike.hooks(
                fault, arguments, surroundings, "the TCP connection is reset.", Line::reset);
    }
}
