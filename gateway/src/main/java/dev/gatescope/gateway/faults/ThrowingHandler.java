package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnHandling;

import java.util.List;

/** Handlers break. */
final class ThrowingHandler implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofMessages(
                    "handler-throwing",
                    Group.HANDLER,
                    "Handler throwing",
                    "Handlers throw: the message fails with HANDLER_FAILED, its sender is told, and"
                            + " routing success falls.",
                    List.of(),
                    List.of("success.routing", "routing.failed", "ws_routing_total"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        OnHandling hook =
                (real, fault) ->
                        (handler, request) -> {
                            var type = request.message().type();
                            if (!fault.takesMessage(request.connection(), type)) {
                                real.handle(handler, request);
                                return;
                            }
                            throw new InjectedFailure(
                                    fault.hit(
                                            request.connection(),
                                            request.event(),
                                            "the handler of " + type + " throws."),
                                    "the handler broke");
                        };
        return List.of(hook);
    }
}
