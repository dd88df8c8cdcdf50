package dev.gatescope.gateway.experiment;

import static dev.gatescope.gateway.experiment.Comparison.BETTER;
import static dev.gatescope.gateway.experiment.Comparison.SAME;
import static dev.gatescope.gateway.experiment.Comparison.WORSE;

import dev.gatescope.gateway.experiment.Account.Answer;
import dev.gatescope.gateway.experiment.Account.Fate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Compares flows script by script. A script counts as connected in a flow unless its connection
 * failed: one that was refused for its own fault, or left by itself, did not fail. It counts as
 * routed unless one of its messages failed; those say nothing whose messages never reached a router
 * in one of the flows.
 */
final class Comparisons {
    /** A flow's results, in the order of the scripts' numbers. */
    record Run(String label, List<ScriptResult> results) {}

    private Comparisons() {}

    /** Every flow against the first; what decides comes first, corrected by Holm together. */
    static List<Comparison> of(List<Run> runs) {
        var first = runs.getFirst();
        var deciding = new ArrayList<Comparison>();
        var described = new ArrayList<Comparison>();
        for (var other : runs.subList(1, runs.size())) {
            deciding.add(
                    pairs(Comparison.CONNECTION, first, other, _ -> true, ScriptResult::connected));
            deciding.add(
                    pairs(
                            Comparison.ROUTING,
                            first,
                            other,
                            ScriptResult::wasRouting,
                            ScriptResult::routedAll));
            described.add(
                    latency(
                            Comparison.WELCOME,
                            first,
                            other,
                            result -> result.saw().welcomeMillis()));
            described.add(latency("answer_ms", first, other, Comparisons::medianAnswer));
        }
        var corrected = corrected(deciding);
        corrected.addAll(described);
        return List.copyOf(corrected);
    }

    private static Comparison pairs(
            String figure,
            Run first,
            Run other,
            Predicate<ScriptResult> says,
            Predicate<ScriptResult> succeeded) {
        var count = 0;
        var onlyFirst = 0;
        var onlyOther = 0;
        for (var i = 0; i < first.results().size(); i++) {
            var one = first.results().get(i);
            var two = other.results().get(i);
            if (says.test(one) && says.test(two)) {
                count++;
                onlyFirst += succeeded.test(one) && !succeeded.test(two) ? 1 : 0;
                onlyOther += succeeded.test(two) && !succeeded.test(one) ? 1 : 0;
            }
        }
        var pairs = new Pairs(count, onlyFirst, onlyOther);
        return new Comparison(
                first.label(),
                other.label(),
                figure,
                count,
                onlyFirst,
                onlyOther,
                count == 0 ? null : pairs.pValue(),
                false,
                direction(onlyOther, onlyFirst),
                true,
                null);
    }

    private static List<Comparison> corrected(List<Comparison> deciding) {
        var pValues =
                deciding.stream().map(each -> each.pValue() == null ? 1.0 : each.pValue()).toList();
        var adjusted = Holm.adjusted(pValues);
        var corrected = new ArrayList<Comparison>();
        for (var i = 0; i < deciding.size(); i++) {
            var each = deciding.get(i);
            corrected.add(
                    new Comparison(
                            each.first(),
                            each.other(),
                            each.figure(),
                            each.pairs(),
                            each.onlyFirst(),
                            each.onlyOther(),
                            each.pValue() == null ? null : adjusted.get(i),
                            adjusted.get(i) <= Verdict.ALPHA,
                            each.direction(),
                            true,
                            null));
        }
        return corrected;
    }

    private static Comparison latency(
            String figure, Run first, Run other, Function<ScriptResult, @Nullable Double> millis) {
        var ones = new ArrayList<Double>();
        var twos = new ArrayList<Double>();
        for (var i = 0; i < first.results().size(); i++) {
            var one = millis.apply(first.results().get(i));
            var two = millis.apply(other.results().get(i));
            if (one != null && two != null && !first.results().get(i).delayed()) {
                ones.add(one);
                twos.add(two);
            }
        }
        var pValue = Latencies.signedRank(ones, twos);
        var slower = 0;
        for (var i = 0; i < ones.size(); i++) {
            slower += twos.get(i) > ones.get(i) ? 1 : 0;
        }
        return new Comparison(
                first.label(),
                other.label(),
                figure,
                ones.size(),
                slower,
                ones.size() - slower,
                pValue,
                pValue != null && pValue <= Verdict.ALPHA,
                direction(ones.size() - slower, slower),
                false,
                Latencies.medianDifference(ones, twos));
    }

    private static @Nullable Double medianAnswer(ScriptResult result) {
        return Latencies.median(
                result.saw().answers().stream()
                        .filter(answer -> answer.fate() == Fate.ANSWERED)
                        .map(Answer::millis)
                        .toList());
    }

    private static String direction(int forOther, int forFirst) {
        if (forOther == forFirst) {
            return SAME;
        }
        return forOther > forFirst ? BETTER : WORSE;
    }
}
