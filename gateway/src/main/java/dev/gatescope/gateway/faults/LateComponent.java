package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.lifecycle.LifecycleHub;

import java.util.List;

/** A component restarts and comes up late. */
final class LateComponent implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofGateway(
                    "component-late",
                    Group.STARTUP,
                    "Component late",
                    "A component goes down and is up again only after a delay: it is waiting, the"
                        + " gateway is not ready, and whoever connects meanwhile waits, so that the"
                        + " time to ready rises.",
                    List.of(
                            ComponentOutages.parameter(),
                            Parameter.millis("delay_ms", 3_000, 1, 60_000, "until it is up again")),
                    List.of("components", "ready", "latency_ms.ready_p99"),
                    false);

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var name = ComponentOutages.chosen(arguments);
        var hit = begun.hit(null, LifecycleHub.NONE, name.word() + " restarts and comes up late.");
        var up = surroundings.outages().down(name, "restarts, and is late by a fault", hit);
        begun.whenEnded(up);
        begun.after(arguments.millis("delay_ms"), up);
        return List.of(new Hook.Ambient());
    }
}
