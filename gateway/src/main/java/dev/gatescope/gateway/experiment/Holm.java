package dev.gatescope.gateway.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction: where several questions are asked of one experiment, the smallest p-value must
 * pass the strictest bound, and after the first that does not pass nothing is significant.
 */
final class Holm {
    private Holm() {}

    /**
     * P-values made larger by as much as there were questions, in the order given; one that is at
     * most alpha is significant at alpha over all of them together.
     */
    static List<Double> adjusted(List<Double> pValues) {
        var order =
                IntStream.range(0, pValues.size())
                        .boxed()
                        .sorted(Comparator.comparing(pValues::get))
                        .toList();
        var adjusted = new double[pValues.size()];
        var greatest = 0.0;
        for (var rank = 0; rank < order.size(); rank++) {
            var index = order.get(rank);
            greatest = Math.max(greatest, (pValues.size() - rank) * pValues.get(index));
            adjusted[index] = Math.min(1, greatest);
        }
        return IntStream.range(0, adjusted.length).mapToObj(i -> adjusted[i]).toList();
    }
}
