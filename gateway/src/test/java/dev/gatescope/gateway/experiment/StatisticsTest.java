package dev.gatescope.gateway.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** The statistics against values that others published or that can be counted by hand. */
class StatisticsTest {
    /** Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0, 0.1611",
        "1, 29, 0.0061, 0.1718"
    })
    void wilsonsIntervalIsThatOfTheLiterature(int successes, int n, double low, double high) {
        var interval = Objects.requireNonNull(new Rate(successes, n).interval());

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void nobodyKnowsARateWithoutAttempts() {
        assertThat(new Rate(0, 0).ratio()).isNull();
        assertThat(new Rate(0, 0).interval()).isNull();
        assertThat(new Rate(0, 0).isAtLeast(0)).isFalse();
    }

    /** Sums of binomial coefficients over a power of two, by hand. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "0, 6, 0.03125",
        "6, 0, 0.03125",
        "1, 9, 0.021484375",
        "5, 5, 1",
        "0, 15, 0.00006103515625",
        "2, 8, 0.109375"
    })
    void mcNemarsTestIsExact(int onlyFirst, int onlySecond, double pValue) {
        assertThat(new Pairs(100, onlyFirst, onlySecond).pValue()).isCloseTo(pValue, within(1e-12));
    }

    /** Holm, Scandinavian Journal of Statistics 6 (1979), 65-70: the procedure, step by step. */
    @Test
    void holmAsksMoreOfTheSmallestAndStopsAtTheFirstThatFails() {
        assertThat(Holm.adjusted(List.of(0.01, 0.04, 0.03, 0.005)))
                .usingComparatorForType(StatisticsTest::nearly, Double.class)
                .containsExactly(0.03, 0.06, 0.06, 0.02);
        assertThat(Holm.adjusted(List.of(0.6, 0.9))).containsExactly(1.0, 1.0);
        assertThat(Holm.adjusted(List.of())).isEmpty();
    }

    private static int nearly(double one, double other) {
        return Math.abs(one - other) < 1e-12 ? 0 : Double.compare(one, other);
    }

    /** Eight pairs of the same sign: 2 of 2^8 assignments of signs are as extreme. */
    @Test
    void theSignedRankTestIsExactForFewPairs() {
        var first = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
        var second = List.of(2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0);

        assertThat(Latencies.signedRank(first, second)).isCloseTo(2.0 / 256, within(1e-9));
        assertThat(Latencies.medianDifference(first, second)).isEqualTo(4.5);
        assertThat(Latencies.signedRank(first, first)).isNull();
        assertThat(Latencies.signedRank(List.of(), List.of())).isNull();
        assertThat(Latencies.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2.0);
        assertThat(Latencies.median(List.of())).isNull();
    }

    @Test
    @Timeout(5)
    void theSignedRankTestOfManyPairsTakesNoTime() {
        for (var pairs = 16; pairs < 200; pairs++) {
            var random = new SplittableRandom(pairs);
            var first = random.doubles(pairs).boxed().toList();
            var second = random.doubles(pairs).map(value -> value + 1).boxed().toList();

            assertThat(Latencies.signedRank(first, second)).isLessThan(0.01);
        }
    }

    /** One-sided disagreement in 15 of 100: nine coins on the same side have p = 2/2^9. */
    @Test
    void saysHowManyClientsItTakes() {
        assertThat(new Pairs(100, 0, 15).needed(0.005)).hasValue(60);
        assertThat(new Pairs(20, 0, 3).needed(0.005)).hasValue(60);
        assertThat(new Pairs(100, 5, 10).needed(0.005).orElseThrow()).isBetween(700, 1_100);
        assertThat(new Pairs(100, 5, 5).needed(0.005)).isEmpty();
        assertThat(new Pairs(100, 0, 0).needed(0.005)).isEmpty();
    }

    /** What is needed is enough: simulated, nine of ten such experiments find the difference. */
    @Test
    void whatIsNeededIsEnough() {
        var seen = new Pairs(100, 5, 10);
        var needed = seen.needed(0.01).orElseThrow();
        var random = new SplittableRandom(7);
        var found = 0;
        for (var run = 0; run < 400; run++) {
            var first = 0;
            var second = 0;
            for (var i = 0; i < needed; i++) {
                var chance = random.nextInt(100);
                first += chance < 5 ? 1 : 0;
                second += chance >= 5 && chance < 15 ? 1 : 0;
            }
            found += new Pairs(needed, first, second).pValue() <= 0.01 ? 1 : 0;
        }
        assertThat(found).isBetween(340, 400);
    }

    /** A/A: two flows that fail at random alike are told apart in at most 5 of 100 seeds. */
    @Test
    void flowsThatDoNotDifferAreSeldomToldApart() {
        var toldApart = 0;
        for (var seed = 0; seed < 100; seed++) {
            var random = new SplittableRandom(seed);
            var pValues = new ArrayList<Double>();
            for (var figure = 0; figure < 2; figure++) {
                pValues.add(pairsOfEquals(random).pValue());
            }
            toldApart += Holm.adjusted(pValues).stream().anyMatch(p -> p <= Verdict.ALPHA) ? 1 : 0;
        }
        assertThat(toldApart).isLessThanOrEqualTo(5);
    }

    private static Pairs pairsOfEquals(SplittableRandom random) {
        var onlyFirst = 0;
        var onlySecond = 0;
        for (var i = 0; i < 400; i++) {
            var first = random.nextInt(10) > 0;
            var second = random.nextInt(10) > 0;
            onlyFirst += first && !second ? 1 : 0;
            onlySecond += second && !first ? 1 : 0;
        }
        return new Pairs(400, onlyFirst, onlySecond);
    }
}
