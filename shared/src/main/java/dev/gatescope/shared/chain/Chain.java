package dev.gatescope.shared.chain;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Why;
import dev.gatescope.shared.admin.Why.Step;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Why something happened, as a tree whose lines are read from the top to the bottom: the symptom
 * first, below each what explains it.
 *
 * @param complete whether every way ends at a root
 * @param meanwhile faults that acted on the whole gateway then; no roots
 */
public record Chain(List<Line> lines, boolean complete, List<String> meanwhile) {

    /**
     * One line of the tree.
     *
     * @param event what the step tells of; null where the answer left it out
     * @param depth 0 for the symptom
     * @param first whether it is the first that explains the line above its depth
     * @param rails for each depth from 1 to its own, whether more of that depth follows below
     */
    public record Line(
            Step step, @Nullable Event event, int depth, boolean first, List<Boolean> rails) {
        /** What kind of root it is; nothing where more follows. */
        public Optional<RootKind> root() {
            return RootKind.of(step.root());
        }

        /** How it follows from the line above: empty for the symptom. */
        public String link() {
            return depth == 0 ? "" : first ? "because" : "and because";
        }

        /** The injected faults whose receipt it carries. */
        public List<String> receipts() {
            return event == null
                    ? List.of()
                    : Objects.requireNonNullElse(event.faults(), List.of());
        }
    }

    /** The tree of a gateway's answer. */
    public static Chain of(Why why) {
        Map<String, Event> events = new HashMap<>();
        why.events().forEach(event -> events.put(event.id(), event));
        var steps = why.steps();
        var lines = new ArrayList<Line>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            lines.add(
                    new Line(
                            step,
                            events.get(step.event()),
                            step.depth(),
                            isFirst(steps, i),
                            rails(steps, i)));
        }
        return new Chain(List.copyOf(lines), why.complete(), List.copyOf(why.meanwhile()));
    }

    /** What it all is about; nothing where the gateway knew no step. */
    public Optional<Line> symptom() {
        return lines.stream().findFirst();
    }

    /** The lines at which it ends, also where the record does. */
    public List<Line> ends() {
        return lines.stream().filter(line -> line.root().isPresent()).toList();
    }

    /** How the chain ends, in a sentence. */
    public String summary() {
        long roots =
                ends().stream()
                        .filter(line -> line.root().orElseThrow() != RootKind.UNKNOWN)
                        .count();
        if (roots == 0) {
            return "The record ends before a root.";
        }
        String found = roots == 1 ? "One root." : roots + " roots.";
        return complete ? found : found + " On another way the record ends before one.";
    }

    /**
     * A sentence of a gateway, in which backticks mark what is code, with quotes in their place.
     */
    public static String plain(String sentence) {
        return sentence.replaceAll("`([^`]*)`", "“$1”");
    }

    private static boolean isFirst(List<Step> steps, int place) {
        int depth = steps.get(place).depth();
        for (int i = place - 1; i >= 0 && steps.get(i).depth() >= depth; i--) {
            if (steps.get(i).depth() == depth) {
                return false;
            }
        }
        return true;
    }

    private static List<Boolean> rails(List<Step> steps, int place) {
        var rails = new ArrayList<Boolean>();
        for (int depth = 1; depth <= steps.get(place).depth(); depth++) {
            rails.add(goesOn(steps, place, depth));
        }
        return List.copyOf(rails);
    }

    private static boolean goesOn(List<Step> steps, int place, int depth) {
        for (int i = place + 1; i < steps.size() && steps.get(i).depth() >= depth; i++) {
            if (steps.get(i).depth() == depth) {
                return true;
            }
        }
        return false;
    }
}
