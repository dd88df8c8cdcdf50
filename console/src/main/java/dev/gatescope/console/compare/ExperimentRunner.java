package dev.gatescope.console.compare;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Runs experiments on this machine. Called on the models' thread, which it never blocks. */
public interface ExperimentRunner {
    /** What can be run, in the order in which people are offered it. */
    List<ScenarioChoice> scenarios();

    /** The labels of the flows that take part, in order. */
    List<String> flows(Order order);

    /**
     * Begins an experiment; one at a time.
     *
     * @param watcher told after each script of each flow, on the experiment's own thread
     */
    Run begin(Order order, Consumer<Step> watcher);

    /** An experiment that goes on by itself. */
    interface Run {
        /**
         * What was found. Fails with {@link ExperimentFailed} where it cannot be done, and is
         * cancelled once a run that was stopped has given everything back.
         */
        CompletableFuture<Findings> findings();

        /** Stops it. */
        void stop();
    }
}
