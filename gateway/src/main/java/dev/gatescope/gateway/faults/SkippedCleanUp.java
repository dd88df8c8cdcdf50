package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnCleanUp;

import java.util.List;

/** Handlers stay behind. */
final class SkippedCleanUp implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "cleanup-skipped",
                    Group.HANDLER,
                    "Clean-up skipped",
                    "The handler of a connection that is over stays in the router: handlers leaked"
                            + " rises by one for each, until the end takes them back.",
                    List.of(),
                    List.of("handlers.leaked", "ws_handlers_leaked"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        OnCleanUp hook =
                (real, fault) ->
                        (newcomer, registration) -> {
                            var connection = newcomer.connection();
                            if (!fault.takes(connection)) {
                                real.of(newcomer, registration);
                                return;
                            }
                            connection.keepsHandlerBecause(
                                    fault.hit(
                                            connection,
                                            connection.lastStep(),
                                            "the clean-up is skipped."));
                            fault.whenEnded(registration::close);
                        };
        return List.of(hook);
    }
}
