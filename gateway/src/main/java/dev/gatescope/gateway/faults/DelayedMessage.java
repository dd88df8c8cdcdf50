package dev.gatescope.gateway.faults;

import java.time.Duration;
import java.util.List;

/** Messages come, or go, late, in their order. */
final class DelayedMessage implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofMessages(
                    "message-delayed",
                    Group.MESSAGE,
                    "Message delayed",
                    "Messages reach the gateway, or answers their client, late and in order: the"
                            + " client waits, and of answers the time to process rises.",
                    List.of(
                            Direction.parameter(),
                            Parameter.millis("delay_ms", 500, 1, 60_000, "of each message"),
                            Parameter.millis(
                                    "jitter_ms", 0, 0, 60_000, "at most so much more, by chance")),
                    List.of("latency_ms.process_p99", "ws_message_process_duration_seconds"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault fault, Surroundings surroundings) {
        var direction = Direction.of(arguments);
        var delay = arguments.millis("delay_ms");
        var jitter = arguments.millis("jitter_ms");
        return List.of(
                FilteredWire.hook(
                        direction,
                        (_, way) -> {
                            var time = fault.jittered(delay, jitter);
                            way.hit("is held back for " + time.toMillis() + " ms.");
                            hold(fault, time);
                            way.goOn();
                        }));
    }

    private static void hold(ActiveFault fault, Duration time) {
        try {
            fault.hold(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
