package dev.gatescope.gateway.experiment;

import org.jspecify.annotations.Nullable;

/**
 * One flow against the first one, script by script.
 *
 * @param figure {@code connection_success}, {@code routing_success}, or a latency
 * @param pairs scripts that say something in both flows
 * @param onlyFirst scripts that only the first flow got right
 * @param onlyOther scripts that only the other flow got right
 * @param pValue corrected for the number of questions where it decides; none without pairs
 * @param significant whether the flows differ, at {@value Verdict#ALPHA} over all questions
 * @param direction {@code better}, {@code worse} or {@code same}, seen from the other flow
 * @param decides whether it counts for the verdict; latencies are described only
 * @param medianDifference of a latency: the other flow's less the first's, script by script, in
 *     milliseconds; none for what decides and where nothing was measured
 */
public record Comparison(
        String first,
        String other,
        String figure,
        int pairs,
        int onlyFirst,
        int onlyOther,
        @Nullable Double pValue,
        boolean significant,
        String direction,
        boolean decides,
        @Nullable Double medianDifference) {
    static final String CONNECTION = "connection_success";
    static final String ROUTING = "routing_success";

    /** The time from the request to the welcome. */
    public static final String WELCOME = "welcome_ms";

    static final String BETTER = "better";
    static final String WORSE = "worse";
    static final String SAME = "same";

    /** Whether the two flows did the same with every script. */
    boolean isSame() {
        return onlyFirst + onlyOther == 0;
    }

    /** The same counts as pairs. */
    Pairs asPairs() {
        return new Pairs(pairs, onlyFirst, onlyOther);
    }
}
