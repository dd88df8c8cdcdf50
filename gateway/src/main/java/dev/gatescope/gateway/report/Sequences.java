package dev.gatescope.gateway.report;

import dev.gatescope.gateway.experiment.ExperimentResult;
import dev.gatescope.gateway.experiment.FlowResult;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.sequence.Comparison;
import dev.gatescope.shared.sequence.SequenceDiagram;
import dev.gatescope.shared.sequence.Svg;
import dev.gatescope.shared.sequence.Theme;

import org.jspecify.annotations.Nullable;

/**
 * Both sequence diagrams of the incident report, drawn from two real connections of one script: in
 * the first flow, and in the last.
 */
final class Sequences {
    private Sequences() {}

    /** Both diagrams, one beside the other, and where they part. */
    static String of(ExperimentResult result) {
        var first = result.flows().getFirst();
        var last = result.flows().getLast();
        var left = diagram(first);
        var right = diagram(last);
        var html = new StringBuilder();
        if (left != null && right != null) {
            var divergence = Comparison.of(left, right).divergence();
            html.append("<p>")
                    .append(
                            Html.escaped(
                                    divergence == null
                                            ? "They take the same steps."
                                            : divergence
                                                    .words()
                                                    .replace(left.connection(), first.label())
                                                    .replace(right.connection(), last.label())))
                    .append("</p>\n");
        }
        return html.append("<div class=\"pair wide\">\n")
                .append(figure(first, left))
                .append(figure(last, right))
                .append("</div>\n")
                .toString();
    }

    private static String figure(FlowResult flow, @Nullable SequenceDiagram diagram) {
        return "<figure><figcaption>%s</figcaption>%s</figure>\n"
                .formatted(
                        Html.escaped(flow.label()),
                        diagram == null
                                ? "<p>The gateway never saw this client.</p>"
                                : Svg.of(diagram, Theme.SYSTEM));
    }

    private static @Nullable SequenceDiagram diagram(FlowResult flow) {
        return flow.shown().stream()
                .map(Event::connection)
                .filter(connection -> connection != null)
                .findFirst()
                .map(connection -> SequenceDiagram.of(connection, flow.shown()))
                .orElse(null);
    }
}
