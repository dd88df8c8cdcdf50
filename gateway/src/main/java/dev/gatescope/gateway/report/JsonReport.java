package dev.gatescope.gateway.report;

import dev.gatescope.gateway.experiment.Comparison;
import dev.gatescope.gateway.experiment.ExperimentResult;
import dev.gatescope.gateway.experiment.ExperimentResult.Check;
import dev.gatescope.gateway.experiment.FlowResult;
import dev.gatescope.gateway.experiment.Rate;
import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What an experiment found, for programs. */
public final class JsonReport {
    private JsonReport() {}

    private record Report(
            String verdict,
            List<String> reasons,
            @Nullable Integer clientsNeeded,
            long seed,
            String scenario,
            int clients,
            Instant startedAt,
            double tookS,
            Context madeBy,
            List<Flow> flows,
            List<Compared> comparisons,
            List<CheckedFigure> checks,
            List<ScriptRow> scripts) {}

    private record Ratio(
            @Nullable Double ratio, int n, @Nullable Double low, @Nullable Double high) {
        static Ratio of(Rate rate) {
            var interval = rate.interval();
            return new Ratio(
                    rate.ratio(),
                    rate.attempts(),
                    interval == null ? null : interval.low(),
                    interval == null ? null : interval.high());
        }
    }

    private record Flow(
            String name,
            String flow,
            int clients,
            int ready,
            int rejected,
            int vanished,
            int failed,
            int routed,
            int refused,
            int abandoned,
            int routingFailed,
            Ratio connectionSuccess,
            Ratio routingSuccess,
            int owedKept,
            int handlersLeft,
            int sessionsLeaked,
            Map<String, Integer> errors,
            @Nullable Double errorRate,
            FlowResult.Latency latencyMs,
            double answersPerSecond,
            List<FlowResult.GroupResult> groups,
            List<Event> shownConnection) {}

    private record Compared(
            String figure,
            String first,
            String other,
            int pairs,
            int onlyFirst,
            int onlyOther,
            @Nullable Double pValue,
            boolean significant,
            String direction,
            boolean decides,
            @Nullable Double medianDifference) {}

    private record CheckedFigure(
            String flow, String figure, long clients, long gateway, boolean agrees) {}

    private record ScriptRow(int number, Map<String, String> outcomes) {}

    /** The report as indented JSON. */
    public static String of(ExperimentResult result, Context context) {
        var needed = result.verdict().clientsNeeded();
        var report =
                new Report(
                        result.verdict().word().name().toLowerCase(Locale.ROOT),
                        result.verdict().reasons(),
                        needed.isPresent() ? needed.getAsInt() : null,
                        result.plan().seed(),
                        result.plan().scenario().name(),
                        result.plan().clients(),
                        result.startedAt(),
                        result.took().toMillis() / 1_000.0,
                        context,
                        result.flows().stream().map(JsonReport::flow).toList(),
                        result.comparisons().stream().map(JsonReport::compared).toList(),
                        result.checks().stream().map(JsonReport::checked).toList(),
                        scripts(result.flows()));
        return AdminJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report)
                + System.lineSeparator();
    }

    private static Flow flow(FlowResult flow) {
        return new Flow(
                flow.label(),
                flow.flow(),
                flow.clients(),
                flow.ready(),
                flow.rejected(),
                flow.vanished(),
                flow.failed(),
                flow.routed(),
                flow.refused(),
                flow.abandoned(),
                flow.routingFailed(),
                Ratio.of(flow.connection()),
                Ratio.of(flow.routing()),
                flow.owedKept(),
                flow.handlersLeft(),
                flow.sessionsLeaked(),
                flow.errors(),
                flow.errorRate(),
                flow.latency(),
                flow.answersPerSecond(),
                flow.groups(),
                flow.shown());
    }

    private static Compared compared(Comparison each) {
        return new Compared(
                each.figure(),
                each.first(),
                each.other(),
                each.pairs(),
                each.onlyFirst(),
                each.onlyOther(),
                each.pValue(),
                each.significant(),
                each.direction(),
                each.decides(),
                each.medianDifference());
    }

    private static CheckedFigure checked(Check check) {
        return new CheckedFigure(
                check.flow(), check.figure(), check.clients(), check.gateway(), check.agrees());
    }

    private static List<ScriptRow> scripts(List<FlowResult> flows) {
        var count = flows.getFirst().scripts().size();
        return IntStream.range(0, count)
                .mapToObj(i -> new ScriptRow(i + 1, outcomes(flows, i)))
                .toList();
    }

    private static Map<String, String> outcomes(List<FlowResult> flows, int script) {
        var outcomes = new LinkedHashMap<String, String>();
        flows.forEach(flow -> outcomes.put(flow.label(), flow.scripts().get(script)));
        return outcomes;
    }
}
