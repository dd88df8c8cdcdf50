package dev.gatescope.gateway.faults;

import java.util.List;

/** Messages get lost between their client and the gateway. */
final class DroppedMessage implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofMessages(
                    "message-dropped",
                    Group.MESSAGE,
                    "Message dropped",
                    "Messages, or answers, get lost on their way, and nobody is told: of lost"
                            + " messages none is counted, and their client waits for ever.",
                    List.of(Direction.parameter()),
                    List.of("ws_messages_total", "routing.routed"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault fault, Surroundings surroundings) {
        var direction = Direction.of(arguments);
        return List.of(
                FilteredWire.hook(
                        direction, (_, way) -> way.hit("is dropped, and nobody is told.")));
    }
}
