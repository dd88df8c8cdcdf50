package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnHandling;

import java.util.List;

/** Handlers take their time. */
final class SlowHandler implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofMessages(
                    "handler-slow",
                    Group.HANDLER,
                    "Handler slow",
                    "Handlers answer each message only after a delay: its time to process rises,"
                            + " and it is routed all the same.",
                    List.of(
                            Parameter.millis("delay_ms", 1_000, 1, 60_000, "before each answer"),
                            Parameter.millis(
                                    "jitter_ms", 0, 0, 60_000, "at most so much more, by chance")),
                    List.of("latency_ms.process_p99", "ws_message_process_duration_seconds"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var delay = arguments.millis("delay_ms");
        var jitter = arguments.millis("jitter_ms");
        OnHandling hook =
                (real, fault) ->
                        (handler, request) -> {
                            var type = request.message().type();
                            if (fault.takesMessage(request.connection(), type)) {
                                fault.hit(
                                        request.connection(),
                                        request.event(),
                                        "the handler of " + type + " is held back.");
                                fault.hold(fault.jittered(delay, jitter));
                            }
                            real.handle(handler, request);
                        };
        return List.of(hook);
    }
}
