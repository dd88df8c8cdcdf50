package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.faults.FaultKind.Description;
import dev.gatescope.gateway.faults.Hook.OnRegistration;
import dev.gatescope.gateway.faults.Hook.OnStartupWait;
import dev.gatescope.gateway.flow.Newcomer;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.Registration;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.startup.Readiness;

import java.util.List;

/** Connections do not wait for a component that is down. */
final class OpenGate implements FaultKind {
    private static final Description DESCRIPTION =
            Description.ofConnections(
                    "gate-off",
                    Group.STARTUP,
                    "Gate off",
                    "A component goes down until the end, and connections do not wait for it: they"
                        + " are welcomed without a handler, so that registration failures rise,"
                        + " their messages fail with NO_HANDLER, and connection and routing success"
                        + " fall.",
                    List.of(ComponentOutages.parameter()),
                    List.of("registration_failures", "success.connection", "success.routing"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Hook> begin(Arguments arguments, ActiveFault begun, Surroundings surroundings) {
        var name = ComponentOutages.chosen(arguments);
        var why = "down while a fault keeps the gate open";
        begun.whenEnded(surroundings.outages().down(name, why, begun.started()));
        var gate = surroundings.gate();
        OnStartupWait unheld =
                (real, fault) ->
                        (connection, peer, listener) -> {
                            if (gate.isReady() || !fault.takes(connection)) {
                                return real.await(connection, peer, listener);
                            }
                            var hit = fault.hit(connection, connection.lastStep(), "nobody waits.");
                            return new Readiness.Broken(gate.missing(), hit);
                        };
        OnRegistration without =
                (real, fault) ->
                        newcomer ->
                                gate.isReady() || !fault.takes(newcomer.connection())
                                        ? real.register(newcomer)
                                        : skipped(newcomer, name, surroundings.hub());
        return List.of(unheld, without);
    }

    private static Registration skipped(Newcomer newcomer, ComponentName name, LifecycleHub hub) {
        var fact =
                new HandlerFact.RegistrationFailed(
                        "missing_dependency", name.word() + " is missing", null);
        newcomer.connection().failedWith(fact.sentence());
        return Registration.skipped(hub.report(newcomer.connection(), newcomer.cause(), fact));
    }
}
