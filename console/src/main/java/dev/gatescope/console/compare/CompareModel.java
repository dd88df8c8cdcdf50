package dev.gatescope.console.compare;

import dev.gatescope.console.feed.Pulse;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One experiment after the other: what is to be run, how it goes, what it found. What the
 * experiment's thread tells reaches the model with the next beat. For the models' thread alone.
 */
public final class CompareModel {
    /** How an experiment stands. */
    enum Phase {
        /** None was begun yet. */
        EMPTY,
        RUNNING,
        /** It was told to stop, and gives back what it holds. */
        STOPPING,
        /** It was stopped before its end. */
        STOPPED,
        /** It could not be begun or carried on. */
        FAILED,
        FINISHED;

        boolean isOver() {
            return this != RUNNING && this != STOPPING;
        }
    }

    private final ExperimentRunner runner;
    private final SetupModel setup;
    private final ReportModel report = new ReportModel();
    private final Queue<Runnable> arrived = new ConcurrentLinkedQueue<>();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.EMPTY);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Course> course =
            new ReadOnlyObjectWrapper<>(new Course(List.of(), 0));
    private final ReadOnlyObjectWrapper<@Nullable Findings> findings =
            new ReadOnlyObjectWrapper<>(null);
    private ExperimentRunner.@Nullable Run run;

    /** A model that has run nothing yet. */
    public CompareModel(ExperimentRunner runner, Pulse pulse) {
        this.runner = runner;
        setup = new SetupModel(runner.scenarios());
        pulse.onBeat(this::onBeat);
    }

    /** What is to be run. */
    SetupModel setup() {
        return setup;
    }

    /** The files that tell of the last experiment. */
    ReportModel report() {
        return report;
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** How far the experiment is, in words. */
    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why there is no result, in a sentence; empty while nothing is wrong. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The flows of the last experiment; another one with each experiment. */
    ReadOnlyObjectProperty<Course> courseProperty() {
        return course.getReadOnlyProperty();
    }

    /** What the last experiment found; none before its end. */
    ReadOnlyObjectProperty<@Nullable Findings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** Begins what was chosen; nothing where it cannot be run, or something runs. */
    void begin() {
        var order = setup.order();
        if (order == null || !phase.get().isOver()) {
            return;
        }
        findings.set(null);
        report.forget();
        trouble.set("");
        var flows = new Course(runner.flows(order), order.clients());
        course.set(flows);
        progress.set("Starting the gateways…");
        phase.set(Phase.RUNNING);
        var begun = runner.begin(order, step -> arrived.add(() -> flows.add(step)));
        run = begun;
        var _ =
                begun.findings()
                        .whenComplete((found, failure) -> arrived.add(() -> ended(found, failure)));
    }

    /** Stops what runs; it takes a moment to give everything back. */
    void stop() {
        var running = run;
        if (running != null && phase.get() == Phase.RUNNING) {
            phase.set(Phase.STOPPING);
            progress.set("Stopping…");
            running.stop();
        }
    }

    /** Writes the report into a folder. */
    void save(Path folder) {
        var found = findings.get();
        if (found != null) {
            report.save(found.report(), folder, arrived::add);
        }
    }

    /** Has the report opened, and written before that where it is not yet. */
    void open(ReportModel.Opener opener) {
        var found = findings.get();
        if (found != null) {
            report.open(found.report(), arrived::add, opener);
        }
    }

    /**
     * Completes on the models' thread when the experiment that runs is over, at once where none
     * does.
     */
    CompletableFuture<Void> over() {
        var over = new CompletableFuture<Void>();
        phase.subscribe(now -> {
            if (now.isOver()) {
                over.complete(null);
            }
        });
        return over;
    }

    private void onBeat() {
        var before = course.get().done();
        for (var next = arrived.poll(); next != null; next = arrived.poll()) {
            next.run();
        }
        var now = course.get();
        if (now.done() != before) {
            now.axis().advance();
            if (phase.get() == Phase.RUNNING) {
                progress.set(now.progress());
            }
        }
    }

    private void ended(@Nullable Findings found, @Nullable Throwable failure) {
        run = null;
        if (found != null) {
            findings.set(found);
            progress.set("");
            phase.set(Phase.FINISHED);
        } else if (failure instanceof CancellationException) {
            progress.set(
                    "Stopped at %s. Nothing was concluded.".formatted(course.get().progress()));
            phase.set(Phase.STOPPED);
        } else {
            progress.set("");
            trouble.set(failure == null ? "" : ExperimentFailed.sentenceOf(failure));
            phase.set(Phase.FAILED);
        }
    }
}
