package dev.gatescope.gateway.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the experiment says in the end, about its last flow.
 *
 * @param reasons sentences
 * @param clientsNeeded where it is inconclusive: how many clients would settle it, if that is known
 */
public record Verdict(Word word, List<String> reasons, OptionalInt clientsNeeded) {
    /** The error of the first kind that is accepted, over all questions together. */
    public static final double ALPHA = 0.01;

    /** What {@link FlowResult#connection} must reach. */
    public static final double CONNECTION_TARGET = 0.99;

    /** What {@link FlowResult#routing} must reach. */
    public static final double ROUTING_TARGET = 0.995;

    /** The verdict in one word. */
    public enum Word {
        /** The targets are met, and where flows differ that is no accident. */
        PASS,
        FAIL,
        /** Flows differ, but so few scripts could be an accident; or nothing was tried. */
        INCONCLUSIVE
    }

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /**
     * Judges the last flow by its own rates and by the comparison of it with the first.
     *
     * @param mismatches where clients saw something else than the gateway counted
     */
    static Verdict of(
            List<FlowResult> flows, List<Comparison> comparisons, List<String> mismatches) {
        if (!mismatches.isEmpty()) {
            return new Verdict(Word.FAIL, mismatches, OptionalInt.empty());
        }
        var last = flows.getLast();
        var missed = missed(last);
        if (!missed.isEmpty()) {
            return new Verdict(Word.FAIL, missed, OptionalInt.empty());
        }
        var untried = untried(last);
        if (!untried.isEmpty()) {
            return new Verdict(Word.INCONCLUSIVE, untried, OptionalInt.empty());
        }
        var deciding =
                comparisons.stream()
                        .filter(each -> each.decides() && each.other().equals(last.label()))
                        .toList();
        return compared(last, deciding);
    }

    private static List<String> missed(FlowResult last) {
        var reasons = new ArrayList<String>();
        addIfMissed(reasons, last, "connection success", last.connection(), CONNECTION_TARGET);
        addIfMissed(reasons, last, "routing success", last.routing(), ROUTING_TARGET);
        return reasons;
    }

    private static void addIfMissed(
            List<String> reasons, FlowResult last, String figure, Rate rate, double target) {
        if (rate.attempts() > 0 && !rate.isAtLeast(target)) {
            reasons.add(
                    "The %s of %s is %s, below %s."
                            .formatted(
                                    figure,
                                    last.label(),
                                    Figures.percent(rate),
                                    Figures.percent(target)));
        }
    }

    private static List<String> untried(FlowResult last) {
        var reasons = new ArrayList<String>();
        if (last.connection().attempts() == 0) {
            reasons.add("No connection of " + last.label() + " was ready or failed.");
        }
        return reasons;
    }

    private static Verdict compared(FlowResult last, List<Comparison> deciding) {
        var reasons = new ArrayList<String>();
        var word = Word.PASS;
        var needed = OptionalInt.of(0);
        reasons.add(
                "%s reaches a connection success of %s and a routing success of %s."
                        .formatted(
                                last.label(),
                                Figures.percent(last.connection()),
                                Figures.percent(last.routing())));
        for (var each : deciding) {
            reasons.add(sentence(each));
            if (each.significant() && each.direction().equals(Comparison.WORSE)) {
                word = Word.FAIL;
            } else if (!each.isSame() && !each.significant() && word == Word.PASS) {
                word = Word.INCONCLUSIVE;
            }
            if (!each.isSame() && !each.significant()) {
                needed = greater(needed, clients(each, last.clients()));
            }
        }
        var settles = word == Word.INCONCLUSIVE ? needed : OptionalInt.empty();
        settles.ifPresent(clients -> reasons.add("About " + clients + " clients would settle it."));
        return new Verdict(word, reasons, settles);
    }

    private static OptionalInt clients(Comparison comparison, int clients) {
        var pairs = comparison.asPairs().needed(ALPHA / 2);
        return pairs.isEmpty()
                ? pairs
                : OptionalInt.of(
                        (int) Math.ceil((double) pairs.getAsInt() * clients / comparison.pairs()));
    }

    private static OptionalInt greater(OptionalInt one, OptionalInt other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.max(one.getAsInt(), other.getAsInt()));
    }

    private static String sentence(Comparison each) {
        var figure = each.figure().replace('_', ' ');
        if (each.isSame()) {
            return "In %s, %s and %s do the same with all %d scripts."
                    .formatted(figure, each.first(), each.other(), each.pairs());
        }
        return "In %s, %d of %d scripts succeed only with %s and %d only with %s: %s, %s."
                .formatted(
                        figure,
                        each.onlyOther(),
                        each.pairs(),
                        each.other(),
                        each.onlyFirst(),
                        each.first(),
                        Figures.pInWords(each.pValue()),
                        each.significant() ? "which is no accident" : "which could be an accident");
    }
}
