package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnHandling;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Handlers are lost while their connections go on. */
final class VanishingHandler implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "handler-vanishing",
                    Group.HANDLER,
                    "Handler vanishing",
                    "The handler of a ready connection is lost after some messages: handlers"
                            + " registered falls, every further message fails with NO_HANDLER, and"
                            + " routing success falls.",
                    List.of(
                            Parameter.count(
                                    "after_messages", 1, 1, 1_000, "that are still handled")),
                    List.of("handlers.registered", "success.routing", "ws_routing_total"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var after = arguments.whole("after_messages");
        var handled = new ConcurrentHashMap<Long, Long>();
        OnHandling hook =
                (real, fault) ->
                        (handler, request) -> {
                            try {
                                real.handle(handler, request);
                            } finally {
                                var connection = request.connection();
                                if (fault.takes(connection)
                                        && handled.merge(connection.number(), 1L, Long::sum)
                                                == after) {
                                    var hit =
                                            fault.hit(
                                                    connection,
                                                    request.event(),
                                                    "its handler is lost.");
                                    fault.whenEnded(
                                            surroundings.router().get().withdraw(connection, hit));
                                }
                            }
                        };
        return List.of(hook);
    }
}
