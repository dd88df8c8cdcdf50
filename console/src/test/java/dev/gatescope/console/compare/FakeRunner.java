package dev.gatescope.console.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An experiment that does what a test says. */
final class FakeRunner implements ExperimentRunner {
    static final List<String> RUNGS =
            List.of(
                    "legacy",
                    "legacy+accept-order",
                    "legacy+dependencies",
                    "legacy+handlers",
                    "legacy+sessions",
                    "legacy+accept-order+dependencies",
                    "legacy+accept-order+dependencies+handlers",
                    "fixed");

    final List<Order> orders = new ArrayList<>();
    CompletableFuture<Findings> findings = new CompletableFuture<>();
    Consumer<Step> watcher = _ -> {};
    boolean stopped;

    @Override
    public List<ScenarioChoice> scenarios() {
        return List.of(
                new ScenarioChoice(
                        "staging-incident",
                        "The staging environment of the incident report: most clients come when all"
                                + " is well, some while the thread service restarts, some leave"
                                + " before the welcome, some bring a wrong token.",
                        10_000),
                new ScenarioChoice("startup-storm", "Everybody comes back at once.", 50));
    }

    @Override
    public List<String> flows(Order order) {
        return order.flows().equals("ladder") ? RUNGS : List.of(order.flows().split(",", -1));
    }

    @Override
    public Run begin(Order order, Consumer<Step> newWatcher) {
        orders.add(order);
        watcher = newWatcher;
        findings = new CompletableFuture<>();
        return new Run() {
            @Override
            public CompletableFuture<Findings> findings() {
                return findings;
            }

            @Override
            public void stop() {
                stopped = true;
            }
        };
    }
}
