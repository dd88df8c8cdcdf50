package dev.gatescope.gateway.faults;

import java.util.List;

/** Messages come, or go, twice. */
final class DuplicatedMessage implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofMessages(
                    "message-duplicated",
                    Group.MESSAGE,
                    "Message duplicated",
                    "Messages reach the gateway, or answers their client, twice: of messages twice"
                            + " as many are received, routed and answered as were sent.",
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
                        direction,
                        (frame, way) -> {
                            way.goOn();
                            var hit = way.hit("goes a second time.");
                            way.goOn(frame, hit);
                        }));
    }
}
