package dev.gatescope.console;

import dev.gatescope.console.compare.ExperimentFailed;
import dev.gatescope.console.compare.ExperimentRunner;
import dev.gatescope.console.compare.Findings;
import dev.gatescope.console.compare.Order;
import dev.gatescope.console.compare.ScenarioChoice;
import dev.gatescope.console.compare.Share;
import dev.gatescope.console.compare.Step;
import dev.gatescope.gateway.GatewayStartException;
import dev.gatescope.gateway.experiment.Experiment;
import dev.gatescope.gateway.experiment.ExperimentPlan;
import dev.gatescope.gateway.experiment.Rate;
import dev.gatescope.gateway.experiment.Reading;
import dev.gatescope.gateway.scenario.InvalidScenario;
import dev.gatescope.gateway.scenario.Scenario;
import dev.gatescope.gateway.scenario.Scenarios;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Experiments in this process: each on a thread of its own, with gateways of its own. Safe from any
 * thread.
 */
final class LocalExperiments implements ExperimentRunner, AutoCloseable {
    /** How long the end of the program waits for gateways to be given back. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Scenario> scenarios = shipped();
    private final ExperimentThreads threads = new ExperimentThreads();
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    @Override
    public List<ScenarioChoice> scenarios() {
        return scenarios.stream()
                .map(each ->
                        new ScenarioChoice(each.name(), each.description(), each.mostClients()))
                .toList();
    }

    @Override
    public List<String> flows(Order order) {
        return plan(order).flows().stream().map(ExperimentPlan.Subject::label).toList();
    }

    @Override
    public Run begin(Order order, Consumer<Step> watcher) {
        var findings = new CompletableFuture<Findings>();
        var thread = threads.unstarted(() -> run(plan(order), watcher, findings));
        running.add(thread);
        thread.start();
        return new Run() {
            @Override
            public CompletableFuture<Findings> findings() {
                return findings;
            }

            @Override
            public void stop() {
                thread.interrupt();
            }
        };
    }

    /**
     * Stops what runs, and returns when everything is given back, or this thread is interrupted.
     */
    @Override
    public void close() {
        try {
            for (var thread : List.copyOf(running)) {
                thread.interrupt();
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.close();
    }

    private void run(
            ExperimentPlan plan, Consumer<Step> watcher, CompletableFuture<Findings> findings) {
        try {
            var result = Experiment.run(plan, reading -> watcher.accept(step(reading)));
            findings.complete(ExperimentFindings.of(result));
        } catch (InterruptedException stopped) {
            findings.cancel(false);
        } catch (GatewayStartException e) {
            findings.completeExceptionally(new ExperimentFailed(String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            findings.completeExceptionally(e);
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    private ExperimentPlan plan(Order order) {
        var scenario =
                scenarios.stream()
                        .filter(each -> each.name().equals(order.scenario()))
                        .findFirst()
                        .orElseThrow();
        return ExperimentPlan.of(scenario, order.flows(), order.clients(), order.seed());
    }

    private static Step step(Reading reading) {
        return new Step(
                reading.label(),
                reading.done(),
                share(reading.connection()),
                share(reading.routing()),
                reading.held().handlers(),
                reading.held().sessionsLeaked(),
                reading.errors(),
                reading.newErrors());
    }

    private static Share share(Rate rate) {
        return Share.of(rate.successes(), rate.attempts());
    }

    private static List<Scenario> shipped() {
        var scenarios = new ArrayList<Scenario>();
        for (var name : Scenarios.shipped()) {
            try {
                scenarios.add(Scenarios.open(name));
            } catch (InvalidScenario e) {
                throw new IllegalStateException("broken in the product: " + name, e);
            }
        }
        return List.copyOf(scenarios);
    }
}
