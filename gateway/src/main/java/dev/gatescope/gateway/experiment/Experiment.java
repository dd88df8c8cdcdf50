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
            var blocks = Scripts.of(plan);
            var shown = shown(blocks);
            contestants.inOrder().forEach(contestant -> contestant.keepEventsOf(shown));
            play(blocks, contestants);
            return conclude(contestants.inOrder(), shown);
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
            play(
                    Scripts.of(new ExperimentPlan(scenario, subjects, WarmUp.CLIENTS, plan.seed())),
                    nobody);
        }
    }

    /** The script of which every flow's connection is shown: the first of the group to show. */
    private Script shown(List<List<Script>> blocks) {
        var group = plan.scenario().groups().get(plan.scenario().shownGroup());
        var scripts = blocks.stream().flatMap(List::stream).toList();
        return scripts.stream()
                .filter(script -> script.group().equals(group))
                .findFirst()
                .orElse(scripts.getFirst());
    }

    private static void play(List<List<Script>> blocks, Contestants contestants)
            throws InterruptedException {
        var turns = contestants.inOrder();
        for (var block : blocks) {
            for (var contestant : turns) {
                play(block, contestant);
            }
            turns = turns.reversed();
        }
    }

    /** One flow's turn: the groups of a block, one after the other. */
    private static void play(List<Script> block, Contestant contestant)
            throws InterruptedException {
        var turnBegan = System.nanoTime();
        for (var group : block.stream().map(Script::group).distinct().toList()) {
            contestant.play(
                    group, block.stream().filter(script -> script.group().equals(group)).toList());
        }
        contestant.tally().drove(System.nanoTime() - turnBegan);
    }

    private ExperimentResult conclude(List<Contestant> contestants, Script shown) {
        var runs = new ArrayList<Comparisons.Run>();
        var checks = new ArrayList<Check>();
        for (var contestant : contestants) {
            var label = contestant.subject().label();
            var results = contestant.tally().results();
            runs.add(new Comparisons.Run(label, results));
            checks.addAll(CrossCheck.of(label, results, contestant.snapshot()));
        }
        var flows =
                contestants.stream().map(each -> each.tally().result(each.events(shown))).toList();
        var comparisons = Comparisons.of(runs);
        return new ExperimentResult(
                plan,
                startedAt,
                Duration.ofNanos(System.nanoTime() - began),
                flows,
                comparisons,
                checks,
                shown.number(),
                Verdict.of(flows, comparisons, CrossCheck.mismatches(checks)));
    }
}
