package dev.gatescope.console;

import dev.gatescope.console.chart.Unit;
import dev.gatescope.console.compare.Findings;
import dev.gatescope.console.compare.Share;
import dev.gatescope.gateway.ProductVersion;
import dev.gatescope.gateway.experiment.Comparison;
import dev.gatescope.gateway.experiment.ExperimentPlan;
import dev.gatescope.gateway.experiment.ExperimentPlan.Subject;
import dev.gatescope.gateway.experiment.ExperimentResult;
import dev.gatescope.gateway.experiment.FlowResult;
import dev.gatescope.gateway.experiment.Rate;
import dev.gatescope.gateway.experiment.Verdict;
import dev.gatescope.gateway.report.Context;
import dev.gatescope.gateway.report.HtmlReport;
import dev.gatescope.gateway.report.JsonReport;
import dev.gatescope.gateway.report.ReportFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What an experiment found, as the console's view shows it. */
final class ExperimentFindings {
    private ExperimentFindings() {}

    static Findings of(ExperimentResult result) {
        return new Findings(
                verdict(result.verdict()),
                result.verdict().reasons(),
                "Targets: connection success of at least %s, routing success of at least %s."
                        .formatted(
                                Unit.RATIO.text(Verdict.CONNECTION_TARGET),
                                Unit.RATIO.text(Verdict.ROUTING_TARGET)),
                result.took(),
                result.flows().stream().map(ExperimentFindings::flow).toList(),
                result.comparisons().stream().map(ExperimentFindings::comparison).toList(),
                folder -> write(result, folder));
    }

    private static Findings.Verdict verdict(Verdict verdict) {
        return switch (verdict.word()) {
            case PASS -> Findings.Verdict.PASS;
            case FAIL -> Findings.Verdict.FAIL;
            case INCONCLUSIVE -> Findings.Verdict.INCONCLUSIVE;
        };
    }

    private static Findings.Flow flow(FlowResult flow) {
        return new Findings.Flow(
                flow.label(),
                flow.clients(),
                flow.ready(),
                flow.failed(),
                share(flow.connection()),
                share(flow.routing()),
                flow.handlersLeft(),
                flow.sessionsLeaked(),
                flow.owedKept());
    }

    private static Share share(Rate rate) {
        var interval = rate.interval();
        return interval == null
                ? Share.of(rate.successes(), rate.attempts())
                : new Share(rate.successes(), rate.attempts(), interval.low(), interval.high());
    }

    private static Findings.Comparison comparison(Comparison each) {
        return new Findings.Comparison(
                each.first(),
                each.other(),
                inWords(each.figure()),
                each.pairs(),
                each.onlyFirst(),
                each.onlyOther(),
                each.pValue(),
                each.significant(),
                each.direction(),
                each.decides());
    }

    private static String inWords(String figure) {
        return switch (figure) {
            case "welcome_ms" -> "time to the welcome";
            case "answer_ms" -> "time to an answer";
            default -> figure.replace('_', ' ');
        };
    }

    private static Path write(ExperimentResult result, Path folder) throws IOException {
        var context = Context.of(ProductVersion.text(), command(result.plan()));
        var files = ReportFolder.open(folder);
        files.write("report.json", JsonReport.of(result, context));
        return files.write("report.html", HtmlReport.of(result, context));
    }

    /** The command line that makes the same report again. */
    private static String command(ExperimentPlan plan) {
        var flows =
                plan.isLadder()
                        ? "ladder"
                        : plan.flows().stream().map(Subject::flow).collect(Collectors.joining(","));
        return "java -jar gatescope-gateway.jar experiment --scenario %s --flows %s --clients %d --seed %d"
                .formatted(plan.scenario().name(), flows, plan.clients(), plan.seed());
    }
}
