package dev.gatescope.gateway.report;

import dev.gatescope.gateway.experiment.Comparison;
import dev.gatescope.gateway.experiment.ExperimentResult;
import dev.gatescope.gateway.experiment.Figures;
import dev.gatescope.gateway.experiment.FlowResult;
import dev.gatescope.gateway.report.Html.Cell;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The impact that the incident report claims for its fixes, held against what was measured. */
final class Claims {
    private static final String NO_MIX =
            "The mix of this scenario was not chosen to match this claim.";

    private final ExperimentResult result;
    private final FlowResult first;
    private final FlowResult last;

    private Claims(ExperimentResult result) {
        this.result = result;
        this.first = result.flows().getFirst();
        this.last = result.flows().getLast();
    }

    /** The table. */
    static String table(ExperimentResult result) {
        return new Claims(result).table();
    }

    private String table() {
        var rows = new ArrayList<List<Cell>>();
        rows.add(
                row(
                        "Connection success",
                        "~85 % → ~99 %",
                        Figures.percent(first.connection()),
                        Figures.percent(last.connection()),
                        mix("connection_success")));
        rows.add(
                row(
                        "Message routing success",
                        "~90 % → ~99.5 %",
                        Figures.percent(first.routing()),
                        Figures.percent(last.routing()),
                        mix("routing_success")));
        rows.add(
                row(
                        "Error rate",
                        "−95 %",
                        perThousand(first.errorRate()),
                        perThousand(last.errorRate()),
                        change(first.errorRate(), last.errorRate())
                                + "Failed connections and messages per 1,000 attempts. "
                                + mix("connection_success", "routing_success")));
        rows.add(
                row(
                        "Latency of accept-first",
                        "about 1 ms more",
                        Figures.millis(first.latency().welcome()),
                        Figures.millis(last.latency().welcome()),
                        difference()
                                + "Medians from the request to the welcome, over loopback, of"
                                + " clients that the scenario did not make wait."));
        rows.add(
                row(
                        "Throughput",
                        "improved",
                        perSecond(first.answersPerSecond()),
                        perSecond(last.answersPerSecond()),
                        "Messages routed in each second in which it was the flow's turn; the waits"
                                + " after failed messages are in it."));
        rows.add(
                row(
                        "Handlers after everybody left",
                        "cleaned up",
                        String.valueOf(first.handlersLeft()),
                        String.valueOf(last.handlersLeft()),
                        "Counted when every connection was over."));
        rows.add(
                row(
                        "Memory",
                        "better",
                        held(first),
                        held(last),
                        "Counted in what is held, not in bytes: the gateways share a process, so"
                                + " that its heap is nobody's alone."));
        return Html.table(
                List.of(
                        "What the report claims",
                        "its figure",
                        first.label(),
                        last.label(),
                        "Remarks"),
                rows);
    }

    private static List<Cell> row(
            String what, String claimed, String before, String after, String remark) {
        return List.of(
                Cell.text(what),
                Cell.text(claimed),
                Cell.figure(before),
                Cell.figure(after),
                Cell.markup("<span class=\"remark\">" + Html.escaped(remark) + "</span>"));
    }

    private String mix(String... figures) {
        var chosen =
                result.plan().scenario().claims().stream()
                        .filter(claim -> List.of(figures).contains(claim.figure()))
                        .toList();
        if (chosen.isEmpty()) {
            return NO_MIX;
        }
        return figures.length > 1
                ? "The mix was chosen to match the success rates, and so this too."
                : "The mix was chosen to match "
                        + chosen.getFirst().before()
                        + " before: "
                        + chosen.getFirst().mix();
    }

    private static String held(FlowResult flow) {
        return flow.handlersLeft() + " handlers, " + flow.sessionsLeaked() + " sessions";
    }

    private static String perThousand(@Nullable Double rate) {
        return rate == null ? "no attempts" : String.format(Locale.ROOT, "%.1f ‰", rate);
    }

    private static String perSecond(double rate) {
        return String.format(Locale.ROOT, "%.0f /s", rate);
    }

    private static String change(@Nullable Double before, @Nullable Double after) {
        return before == null || after == null || before == 0
                ? ""
                : String.format(Locale.ROOT, "Measured: %+.0f %%. ", (after / before - 1) * 100)
                        .replace('-', '−');
    }

    /** Script by script, since the medians of two crowds differ for many reasons. */
    private String difference() {
        return result.comparisons().stream()
                .filter(each ->
                        each.figure().equals(Comparison.WELCOME)
                                && each.other().equals(last.label())
                                && each.medianDifference() != null)
                .findFirst()
                .map(each ->
                        String.format(
                                        Locale.ROOT,
                                        "Measured: %+.2f ms, the median of %d differences script"
                                                + " by script; %s. ",
                                        each.medianDifference(),
                                        each.pairs(),
                                        Figures.pInWords(each.pValue()))
                                .replace('-', '−'))
                .orElse("");
    }
}
