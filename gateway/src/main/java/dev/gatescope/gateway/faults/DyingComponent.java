package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.lifecycle.LifecycleHub;

import java.util.List;

/** A component is up for a while and then gone. */
final class DyingComponent implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofGateway(
                    "component-dies",
                    Group.STARTUP,
                    "Component dies later",
                    "A component goes down after a while and stays down until the end: who is"
                        + " connected goes on, who connects meanwhile waits in vain, gets NOT_READY"
                        + " and 1013, and connection success falls.",
                    List.of(
                            ComponentOutages.parameter(),
                            Parameter.millis("after_ms", 1_000, 0, 60_000, "until it goes down")),
                    List.of("components", "ready", "success.connection", "connections.failed"),
                    false);

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var name = ComponentOutages.chosen(arguments);
        begun.after(
                arguments.millis("after_ms"),
                () -> {
                    var hit = begun.hit(null, LifecycleHub.NONE, name.word() + " dies.");
                    begun.whenEnded(surroundings.outages().down(name, "died by a fault", hit));
                });
        return List.of(new Hook.Ambient());
    }
}
