package dev.gatescope.gateway.faults;

import java.util.ArrayList;
import java.util.List;

/** The client reads slowly. */
final class SlowConsumer implements FaultKind {
    private static final int KB = 1_024;

    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "slow-consumer",
                    Group.CONNECTION,
                    "Slow consumer",
                    "Frames reach the client at a few KB a second only: what waits for it rises,"
                            + " and a client that stays too slow is closed with 1008.",
                    parameters(),
                    List.of("connection.pending_bytes", "ws_closes_total"));

    private static List<Parameter> parameters() {
        var all = new ArrayList<>(Strike.parameters());
        all.addFirst(
                new Parameter.Whole(
                        "kb_per_s", 1L, 1, 10_000, "KB/s", "what gets through at most"));
        return all;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault fault, Surroundings surroundings) {
        var rate = arguments.whole("kb_per_s");
        return Strike.hooks(
                fault,
                arguments,
                surroundings,
                "no more than " + rate + " KB/s get through to the client.",
                (line, hit) -> fault.whenEnded(line.throttle((int) rate * KB, hit)::close));
    }
}
