package dev.gatescope.console.compare;

import dev.gatescope.console.feed.Samples;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs made up for tests: a flow that limps and one that does not. */
final class Played {
    private Played() {}

    /**
     * A flow's first steps.
     *
     * @param failing one of how many scripts fails; 0 for none
     */
    static List<Step> steps(String flow, int count, int failing) {
        return IntStream.rangeClosed(1, count).mapToObj(done -> step(flow, done, failing)).toList();
    }

    private static Step step(String flow, int done, int failing) {
        int failed = failing == 0 ? 0 : done / failing;
        boolean fails = failing != 0 && done % failing == 0;
        return new Step(
                flow,
                done,
                Share.of(done - failed, done),
                Share.of(4 * done - failed / 2, 4 * done),
                failing == 0 ? 0 : done - failed,
                failing == 0 ? 0 : done / 5,
                failed == 0
                        ? Map.of()
                        : Map.of(
                                "connection.not_connected",
                                failed,
                                "message.failed NO_HANDLER",
                                3 * failed),
                fails ? List.of(error(done)) : List.of());
    }

    private static Event error(int number) {
        return Samples.event(
                number, "message.failed", Severity.ERROR, "conn_%012x".formatted(number));
    }

    /** What such flows come to, each with so many clients; the first of them limps. */
    static Findings findings(Findings.Verdict verdict, List<String> flows, int clients) {
        var all = new ArrayList<Findings.Flow>();
        for (var flow : flows) {
            all.add(flow(flow, clients, flow.equals("fixed") ? 0 : 6 + all.size()));
        }
        var comparisons = new ArrayList<Findings.Comparison>();
        for (var flow : flows.subList(1, flows.size())) {
            comparisons.add(
                    comparison(flows.getFirst(), flow, "connection success", 0.00004, true));
            comparisons.add(comparison(flows.getFirst(), flow, "routing success", 0.03, true));
            comparisons.add(comparison(flows.getFirst(), flow, "time to the welcome", 0.21, false));
        }
        return new Findings(
                verdict,
                List.of(
                        flows.getLast()
                                + " reaches a connection success of 100.0 % and a routing success"
                                + " of 100.0 %.",
                        "In connection success, 17 of 60 scripts succeed only with fixed and 0 only"
                                + " with legacy: p < 0.0001, which is no accident.",
                        "In routing success, 9 of 60 scripts succeed only with fixed and 0 only"
                                + " with legacy: p = 0.0078, which is no accident."),
                "Targets: connection success of at least 99 %, routing success of at least 99.5 %.",
                Duration.ofMillis(8_400),
                all,
                comparisons,
                folder -> folder.resolve("report.html"));
    }

    private static Findings.Flow flow(String label, int clients, int failing) {
        int failed = failing == 0 ? 0 : clients / failing;
        return new Findings.Flow(
                label,
                clients,
                clients - failed,
                failed,
                new Share(
                        clients - failed,
                        clients,
                        failed == 0 ? 0.94 : 0.72,
                        failed == 0 ? 1 : 0.91),
                new Share(4 * clients - failed, 4 * clients, 0.9, 0.98),
                failing == 0 ? 0 : clients - failed,
                failing == 0 ? 0 : clients / 5,
                clients - failed);
    }

    private static Findings.Comparison comparison(
            String first, String other, String figure, double pValue, boolean decides) {
        return new Findings.Comparison(
                first, other, figure, 60, 0, 17, pValue, pValue < 0.01, "better", decides);
    }
}
