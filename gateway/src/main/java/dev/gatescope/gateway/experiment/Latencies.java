package dev.gatescope.gateway.experiment;

import org.hipparchus.stat.descriptive.rank.Median;
import org.hipparchus.stat.inference.WilcoxonSignedRankTest;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/** Describes durations in milliseconds; nothing is decided by them. */
final class Latencies {
    private static final int MOST_EXACT = 15; // the exact test tries every assignment of signs

    private Latencies() {}

    /** The median; none where there are no values. */
    static @Nullable Double median(List<Double> values) {
        return values.isEmpty() ? null : new Median().evaluate(array(values));
    }

    /** The median of what each second one is more than its first; none without values. */
    static @Nullable Double medianDifference(List<Double> first, List<Double> second) {
        return median(
                IntStream.range(0, first.size())
                        .mapToObj(i -> second.get(i) - first.get(i))
                        .toList());
    }

    /**
     * How probable differences as large as these are if the two do not differ: Wilcoxon's signed
     * rank test of pairs; none where no pair differs.
     */
    static @Nullable Double signedRank(List<Double> first, List<Double> second) {
        if (first.isEmpty() || first.equals(second)) {
            return null;
        }
        return new WilcoxonSignedRankTest()
                .wilcoxonSignedRankTest(array(first), array(second), first.size() <= MOST_EXACT);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
