package dev.gatescope.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.experiment.Experiment;
import dev.gatescope.gateway.experiment.ExperimentPlan;
import dev.gatescope.gateway.experiment.ExperimentResult;
import dev.gatescope.gateway.scenario.Scenarios;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {
    private static final Context CONTEXT =
            new Context("1.0", "a Java", "a system", "java -jar x --out <a&b>");

    private ExperimentResult result;

    @BeforeAll
    void experiment() throws Exception {
        var scenario = Scenarios.open("report-tests");
        result = Experiment.run(ExperimentPlan.of(scenario, "legacy,fixed", 30, 5), _ -> {});
    }

    @Test
    void theJsonHasEveryFieldThatProgramsAreToldOf() {
        var report = JsonMapper.shared().readTree(JsonReport.of(result, CONTEXT));

        assertThat(report.path("verdict").stringValue()).isEqualTo("pass");
        assertThat(report.path("seed").longValue()).isEqualTo(5);
        assertThat(report.path("scenario").stringValue()).isEqualTo("report-tests");
        for (var field :
                List.of(
                        "name",
                        "clients",
                        "ready",
                        "rejected",
                        "vanished",
                        "failed",
                        "routed",
                        "refused",
                        "abandoned",
                        "routing_failed",
                        "connection_success",
                        "routing_success",
                        "owed_kept",
                        "handlers_left",
                        "sessions_leaked",
                        "errors")) {
            assertThat(report.at("/flows/1").has(field)).as(field).isTrue();
        }
        assertThat(report.at("/flows/0/connection_success/ratio").doubleValue()).isEqualTo(1.0 / 3);
        for (var field : List.of("figure", "p_value", "significant", "direction")) {
            assertThat(report.at("/comparisons/0").has(field)).as(field).isTrue();
        }
        assertThat(report.at("/scripts/29/outcomes/fixed").stringValue()).contains("owed kept");
    }

    @Test
    void thePageNeedsNothingElseAndEscapesWhatItShows() {
        var page = HtmlReport.of(result, CONTEXT);

        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("prefers-color-scheme: dark", "@media print")
                .contains("java -jar x --out &lt;a&amp;b&gt;")
                .contains(
                        "seed 5", "a Java", "~85 % → ~99 %", "The report's own tests".substring(4))
                .doesNotContain("<script", "src=", "@import", "url(", "<link");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
        assertThat(page.split("<svg class=\"chart\"", -1)).hasSize(5);
        assertThat(page.split("class=\"gatescope-sequence", -1)).hasSize(3);
    }

    @Test
    void theTerminalsTableHasALineForEachFlowAndTheVerdict() {
        assertThat(TextReport.of(result).lines().map(line -> line.split(" ", 2)[0]))
                .containsSubsequence("flow", "legacy", "fixed", "verdict:");
    }

    @Test
    void aFileAppearsWholeOrNotAtAll(@TempDir Path folder) throws Exception {
        var reports = ReportFolder.open(folder.resolve("new/one"));
        reports.write("report.json", "one");
        reports.write("report.json", "two");

        try (var files = Files.list(folder.resolve("new/one"))) {
            assertThat(files).containsExactly(folder.resolve("new/one/report.json"));
        }
        assertThat(folder.resolve("new/one/report.json")).hasContent("two");
    }
}
