package dev.gatescope.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class DistinctTest {
    private final Distinct distinct = new Distinct();

    @Test
    void countsExactlyAsLongAsAllAreKept() {
        IntStream.range(0, 3 * Distinct.KEPT)
                .forEach(i -> distinct.add("user" + i % Distinct.KEPT));

        assertThat(distinct.count()).isEqualTo(Distinct.KEPT);
    }

    @Test
    void estimatesWhatIsMore() {
        IntStream.range(0, 200_000).forEach(i -> distinct.add(i % 100_000));

        assertThat(distinct.count()).isCloseTo(100_000, Percentage.withPercentage(10));
    }
}
