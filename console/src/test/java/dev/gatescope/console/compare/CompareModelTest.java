package dev.gatescope.console.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.compare.CompareModel.Phase;
import dev.gatescope.console.feed.ManualPulse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
class CompareModelTest {
    private final ManualPulse pulse = new ManualPulse();
    private final FakeRunner runner = new FakeRunner();
    private final CompareModel model = new CompareModel(runner, pulse);

    @Test
    void runsWhatWasChosen() {
        model.setup().scenarioProperty().set(model.setup().scenarios().get(1));
        model.setup().clientsProperty().set(" 40 ");
        model.setup().seedProperty().set("-7");

        model.begin();

        assertThat(runner.orders)
                .containsExactly(new Order("startup-storm", "legacy,fixed", 40, -7));
        assertThat(phase()).isEqualTo(Phase.RUNNING);
        assertThat(model.progressProperty().get()).isEqualTo("Starting the gateways…");
    }

    @Test
    void oneExperimentAtATime() {
        model.begin();
        model.begin();

        assertThat(runner.orders).hasSize(1);
    }

    @Test
    void whatCannotBeRunIsNotBegun() {
        model.setup().clientsProperty().set("0");

        model.begin();

        assertThat(runner.orders).isEmpty();
        assertThat(phase()).isEqualTo(Phase.EMPTY);
    }

    @Test
    void stepsShowWithTheNextBeat() {
        model.begin();
        Played.steps("legacy", 30, 6).forEach(runner.watcher);
        Played.steps("fixed", 20, 0).forEach(runner.watcher);
        assertThat(model.courseProperty().get().done()).isZero();

        pulse.beat();

        assertThat(model.progressProperty().get()).isEqualTo("50 of 200 scripts");
        var legacy = model.courseProperty().get().flows().getFirst();
        assertThat(legacy.done()).isEqualTo(30);
        assertThat(legacy.handlers().last()).isEqualTo(25);
        assertThat(legacy.connection().last()).isEqualTo(25 / 30.0);
        assertThat(legacy.errors()).containsEntry("message.failed NO_HANDLER", 15);
        assertThat(legacy.lastErrors().getFirst().message()).contains("30");
        assertThat(model.courseProperty().get().flows().getLast().lastErrors()).isEmpty();
    }

    @Test
    void onlyTheLastErrorsAreKept() {
        model.begin();
        Played.steps("legacy", 100, 1).forEach(runner.watcher);

        pulse.beat();

        assertThat(model.courseProperty().get().flows().getFirst().lastErrors()).hasSize(6);
    }

    @Test
    void chartsOfManyClientsHaveNoMorePointsThanTheyAreWide() {
        model.setup().clientsProperty().set("9999");
        model.begin();
        Played.steps("legacy", 9_999, 6).forEach(runner.watcher);

        pulse.beat();

        var series = model.courseProperty().get().flows().getFirst().connection();
        assertThat(series.size()).isBetween(400, 503);
        assertThat(series.timeAt(series.size() - 1)).isEqualTo(9_999);
    }

    @Test
    void theVerdictShowsWithTheNextBeat() {
        model.begin();
        var found = Played.findings(Findings.Verdict.PASS, List.of("legacy", "fixed"), 100);
        runner.findings.complete(found);
        assertThat(model.findingsProperty().get()).isNull();

        pulse.beat();

        assertThat(phase()).isEqualTo(Phase.FINISHED);
        assertThat(model.findingsProperty().get()).isSameAs(found);
        assertThat(model.over()).isCompleted();
    }

    @Test
    void aFailureIsOneSentence() {
        model.begin();
        runner.findings.completeExceptionally(new ExperimentFailed("Port 8025 is in use."));
        pulse.beat();

        assertThat(phase()).isEqualTo(Phase.FAILED);
        assertThat(model.troubleProperty().get()).isEqualTo("Port 8025 is in use.");

        model.begin();

        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aRunThatIsStoppedConcludesNothing() {
        model.begin();
        Played.steps("legacy", 30, 6).forEach(runner.watcher);
        pulse.beat();

        model.stop();
        assertThat(runner.stopped).isTrue();
        assertThat(phase()).isEqualTo(Phase.STOPPING);
        runner.findings.completeExceptionally(new CancellationException());
        pulse.beat();

        assertThat(phase()).isEqualTo(Phase.STOPPED);
        assertThat(model.progressProperty().get())
                .isEqualTo("Stopped at 30 of 200 scripts. Nothing was concluded.");
        assertThat(model.findingsProperty().get()).isNull();
    }

    @Test
    void stepsOfARunThatIsOverDoNotDisturbTheNext() {
        model.begin();
        var late = runner.watcher;
        runner.findings.completeExceptionally(new CancellationException());
        pulse.beat();
        model.begin();

        Played.steps("legacy", 30, 6).forEach(late);
        pulse.beat();

        assertThat(model.courseProperty().get().done()).isZero();
    }

    @Test
    void theReportIsWrittenOnceAndThenOpened(@TempDir Path folder) throws Exception {
        finish();
        model.save(folder);
        awaitReport();
        assertThat(model.report().noticeProperty().get()).contains("report.html");

        var opened = new java.util.ArrayList<Path>();
        model.open(opened::add);

        assertThat(opened).containsExactly(folder.resolve("report.html"));
    }

    @Test
    void aReportThatNothingOpensIsNamed(@TempDir Path folder) throws Exception {
        finish();
        model.save(folder);
        awaitReport();

        model.open(_ -> {
            throw new IOException("no browser");
        });

        assertThat(model.report().troubleProperty().get())
                .isEqualTo(
                        "No program opened the report; it is "
                                + folder.resolve("report.html")
                                + ".");
    }

    private void finish() {
        model.begin();
        runner.findings.complete(
                Played.findings(Findings.Verdict.PASS, List.of("legacy", "fixed"), 100));
        pulse.beat();
    }

    /** Files are written on another thread; what it says comes with a beat. */
    private void awaitReport() throws InterruptedException {
        var written = new CountDownLatch(1);
        model.report()
                .pageProperty()
                .subscribe(page -> {
                    if (page != null) {
                        written.countDown();
                    }
                });
        while (!written.await(10, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            pulse.beat();
        }
    }

    private Phase phase() {
        return model.phaseProperty().get();
    }
}
