package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.scenario.Scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * What is to be compared.
 *
 * @param flows names of flows, at least one; the first is what the others are compared with, the
 *     last is the one that is judged
 * @param clients how many clients come to each flow
 * @param seed decides the order within groups and the texts, and nothing else
 */
public record ExperimentPlan(Scenario scenario, List<Subject> flows, int clients, long seed) {
    private static final String LADDER = "ladder";
    private static final List<String> RUNGS =
            List.of(
                    "legacy",
                    "legacy+accept-order",
                    "legacy+dependencies",
                    "legacy+handlers",
                    "legacy+sessions",
                    "legacy+accept-order+dependencies",
                    "legacy+accept-order+dependencies+handlers",
                    "fixed");

    public ExperimentPlan {
        flows = List.copyOf(flows);
    }

    /**
     * A flow that takes part.
     *
     * @param label its name, with a number where it takes part more than once
     */
    public record Subject(String label, String flow) {}

    /**
     * A plan for these flows.
     *
     * @param flows names with commas between; {@code ladder} stands for legacy, each fix alone, the
     *     fixes added one after another, and fixed
     */
    public static ExperimentPlan of(Scenario scenario, String flows, int clients, long seed) {
        var names = flows.equals(LADDER) ? RUNGS : List.of(flows.split(",", -1));
        var times = new HashMap<String, Integer>();
        var subjects = new ArrayList<Subject>();
        for (var name : names) {
            var time = times.merge(name, 1, Integer::sum);
            subjects.add(new Subject(time == 1 ? name : name + "#" + time, name));
        }
        return new ExperimentPlan(scenario, subjects, clients, seed);
    }

    /** Whether the fixes are climbed one by one. */
    public boolean isLadder() {
        return flows.stream().map(Subject::flow).toList().equals(RUNGS);
    }
}
