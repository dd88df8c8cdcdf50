package dev.gatescope.gateway.incident;

import dev.gatescope.shared.flow.Fix;
import dev.gatescope.shared.flow.FlowName;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which flows a recipe is tried on, and how often. */
final class Recipes {
    private static final int RUNS = Boolean.getBoolean("gatescope.full") ? 50 : 2;

    private Recipes() {}

    /** The broken flow, the same with each fix alone, with all of them, and the right one. */
    static List<FlowName> flows() {
        var flows = new ArrayList<FlowName>();
        flows.add(FlowName.LEGACY);
        for (var fix : Fix.values()) {
            flows.add(FlowName.legacy(Set.of(fix)));
        }
        flows.add(FlowName.legacy(EnumSet.allOf(Fix.class)));
        flows.add(FlowName.FIXED);
        return flows;
    }

    /** The ends of the ladder many times, as a race would show; the rest once. */
    static int runsOf(FlowName flow) {
        return flow.fixes().isEmpty() || !flow.legacy() ? RUNS : 1;
    }

    /** Plays a recipe as often as the flow deserves. */
    static void play(FlowName flow, Recipe recipe) throws Exception {
        for (var run = 0; run < runsOf(flow); run++) {
            recipe.play();
        }
    }

    /** One run. */
    @FunctionalInterface
    interface Recipe {
        void play() throws Exception;
    }
}
