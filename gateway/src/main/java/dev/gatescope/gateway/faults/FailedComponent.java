package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.lifecycle.LifecycleHub;

import java.util.List;

/** A component fails, and the gateway goes on without it. */
final class FailedComponent implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofGateway(
                    "component-failed",
                    Group.STARTUP,
                    "Component failed",
                    "A component fails and is tolerated: a missing thread service is made by the"
                        + " next connection that needs it; without the supervisor registrations"
                        + " fail, so that development answers by a fallback and others refuse with"
                        + " 1011.",
                    List.of(ComponentOutages.parameter()),
                    List.of("components", "registration_failures", "ws_fallback_replies_total"),
                    false);

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var name = ComponentOutages.chosen(arguments);
        var hit = begun.hit(null, LifecycleHub.NONE, name.word() + " fails.");
        begun.whenEnded(surroundings.outages().failed(name, "failed by a fault", hit));
        return List.of(new Hook.Ambient());
    }
}
