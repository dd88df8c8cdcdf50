package dev.gatescope.gateway.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Deals out clients by shares, so that each count is an exact function of their number. */
public final class Apportionment {
    private Apportionment() {}

    /**
     * By the largest remainder: each gets what is due to it rounded down, and those that lost most
     * by rounding get one more; of equals, the first.
     *
     * @param shares positive
     */
    public static List<Integer> of(int total, List<Integer> shares) {
        var all = shares.stream().mapToLong(Integer::longValue).sum();
        var counts =
                shares.stream().mapToInt(share -> (int) ((long) total * share / all)).toArray();
        var left = total - IntStream.of(counts).sum();
        IntStream.range(0, counts.length)
                .boxed()
                .sorted(
                        Comparator.comparing(
                                (Integer i) -> (long) total * shares.get(i) % all,
                                Comparator.reverseOrder()))
                .limit(left)
                .forEach(i -> counts[i]++);
        return IntStream.of(counts).boxed().toList();
    }
}
