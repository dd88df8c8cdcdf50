package dev.gatescope.gateway.why;

import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.protocol.Side;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** The problems since the start, or as many of them as had an error last. Safe from any thread. */
final class ProblemBook {
    static final int MOST = 200;

    /** Those that somebody here can mend first, then the newest. */
    private static final Comparator<ProblemInfo> MOST_IMPORTANT_FIRST =
            Comparator.comparing((ProblemInfo one) -> one.trend().equals(ProblemInfo.OVER))
                    .thenComparing(ProblemBook::isElsewhere)
                    .thenComparing(ProblemInfo::first, Comparator.reverseOrder())
                    .thenComparing(ProblemInfo::id);

    private final LinkedHashMap<String, Problem> problems = new LinkedHashMap<>(16, 0.75f, true);

    private static boolean isElsewhere(ProblemInfo one) {
        return one.side().equals(Side.CLIENT.word()) || one.side().equals(Side.NETWORK.word());
    }

    /** An error of this symptom and cause. */
    synchronized void add(Occurrence error, Symptom symptom, RootCause cause) {
        var key = symptom.key() + " <- " + cause.key();
        problems.computeIfAbsent(
                        key, _ -> new Problem(idOf(key), symptom, cause, error.epochMillis()))
                .add(error);
        if (problems.size() > MOST) {
            problems.pollFirstEntry();
        }
    }

    private static String idOf(String key) {
        var hash = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return "problem_%012x".formatted(hash.getMostSignificantBits() >>> 16);
    }

    /** All problems, those that matter most first. */
    synchronized List<ProblemInfo> list(long nowMillis) {
        return problems.values().stream()
                .map(problem -> problem.info(nowMillis))
                .sorted(MOST_IMPORTANT_FIRST)
                .toList();
    }
}
