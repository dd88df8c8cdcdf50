package dev.gatescope.console.overview;

import dev.gatescope.console.chart.Unit;
import dev.gatescope.shared.admin.Snapshot.Component;

/**
 * A part that the gateway needs, as it is shown.
 *
 * @param took how long its start took; empty while it is not ready
 * @param detail why it is in that state; empty where there is nothing to say
 */
record ComponentState(String name, Verdict verdict, String took, String detail) {
    static ComponentState of(Component component) {
        var level =
                switch (component.state()) {
                    case "ready" -> Verdict.Level.GOOD;
                    case "starting" -> Verdict.Level.WARNING;
                    case "failed" -> Verdict.Level.BAD;
                    default -> Verdict.Level.UNKNOWN;
                };
        return new ComponentState(
                component.name().replace('_', ' '),
                new Verdict(level, component.state()),
                component.readyAfterMs() == null
                        ? ""
                        : "after " + Unit.MILLIS.text(component.readyAfterMs()),
                component.detail() == null ? "" : component.detail());
    }
}
