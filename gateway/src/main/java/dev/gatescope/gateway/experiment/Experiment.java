package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.GatewayStartException;
import dev.gatescope.gateway.experiment.ExperimentPlan.Subject;
import dev.gatescope.gateway.experiment.ExperimentResult.Check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A paired experiment. Every flow gets a gateway of its own and the same scripts; the unit is the
 * script, so that each is its own control. Scripts come in blocks. Within a block one flow has its
 * turn after the other, so that none disturbs another's latencies, and the order is turned round
 * from block to block, so that none is always first on a machine that changes. In the end what the
 * clients saw is held against what the gateways counted, and only if both agree is anything
 * concluded.
 */
public final class Experiment {
    private final ExperimentPlan plan;
    private final Instant startedAt = Instant.now();
    private final long began = System.nanoTime();

    private Experiment(ExperimentPlan plan) {
        this.plan = plan;
    }

    /**
     * Runs the whole experiment on this thread. Interrupted, it gives everything back and throws.
     *
     * @param listener told after each script of each flow, on this thread
     * @throws GatewayStartException where a gateway cannot be started
     */
    public static ExperimentResult run(ExperimentPlan plan, Consumer<Reading> listener)
            throws GatewayStartException, InterruptedException {
        return new Experiment(plan).run(listener);
    }

    private ExperimentResult run(Consumer<Reading> listener)
            throws GatewayStartException, InterruptedException {
        warmUp();
        try (var contestants =
                Contestants.start(plan.scenario(), plan.flows(), plan.clients(), listener)) {
            playAll(plan, contestants);
            return conclude(contestants.inOrder());
        }
    }

    /**
     * A few clients come to gateways that take no part, so that the flow that is first does not pay
     * for the code that everybody needs.
     */
    private void warmUp() throws GatewayStartException, InterruptedException {
        var flows = plan.flows().stream().map(Subject::flow).distinct();
        var subjects = flows.map(flow -> new Subject(flow, flow)).toList();
        var scenario = WarmUp.on(plan.scenario());
        try (var nobody = Contestants.start(scenario, subjects, WarmUp.CLIENTS, _ -> {})) {
            playAll(new ExperimentPlan(scenario, subjects, WarmUp.CLIENTS, plan.seed()), nobody);
        }
    }

    private static void playAll(ExperimentPlan plan, Contestants contestants)
            throws InterruptedException {
        var turns = contestants.inOrder();
        for (var block : Scripts.of(plan)) {
            for (var contestant : turns) {
                play(plan, contestant, block);
            }
            turns = turns.reversed();
        }
    }

    /** One flow's turn: the groups of a block, one after the other. */
    private static void play(ExperimentPlan plan, Contestant contestant, List<Script> block)
            throws InterruptedException {
        var turnBegan = System.nanoTime();
        for (var group : plan.scenario().groups()) {
            var members = block.stream().filter(script -> script.group().equals(group)).toList();
            if (!members.isEmpty()) {
                contestant.play(group, members);
            }
        }
        contestant.tally().drove(System.nanoTime() - turnBegan);
    }

    private ExperimentResult conclude(List<Contestant> contestants) {
        var runs = new ArrayList<Comparisons.Run>();
        var checks = new ArrayList<Check>();
        for (var contestant : contestants) {
            var label = contestant.subject().label();
            var results = contestant.tally().results();
            runs.add(new Comparisons.Run(label, results));
            checks.addAll(CrossCheck.of(label, results, contestant.snapshot()));
        }
        var shown = Shown.choose(runs.getFirst().results());
        var flows =
                contestants.stream()
                        .map(each -> each.tally().result(Shown.events(each, shown)))
                        .toList();
        var comparisons = Comparisons.of(runs);
        return new ExperimentResult(
                plan,
                startedAt,
                Duration.ofNanos(System.nanoTime() - began),
                flows,
                comparisons,
                checks,
                shown == null ? 0 : shown.number(),
                Verdict.of(flows, comparisons, CrossCheck.mismatches(checks)));
    }
}
