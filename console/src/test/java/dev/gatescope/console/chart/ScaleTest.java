package dev.gatescope.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({"COUNT, 0, 1", "COUNT, 3, 3", "COUNT, 7, 8", "COUNT, 261, 300", "MILLIS, 74, 80"})
    void endsAtTheNextRoundValue(Unit unit, double max, double high) {
        var scale = Scale.of(unit, 0, max, 4);

        assertThat(scale.low()).isZero();
        assertThat(scale.high()).isEqualTo(high);
    }

    @Test
    void countsHaveNoHalves() {
        assertThat(Scale.of(Unit.COUNT, 0, 5, 5).ticks()).allMatch(tick -> tick % 1 == 0);
    }

    @Test
    void bytesAreRoundInPowersOf1024() {
        assertThat(Scale.of(Unit.BYTES, 0, 170 << 20, 2).high()).isEqualTo(200 << 20);
    }

    @Test
    void sharesAreReadFromTheTop() {
        assertThat(Scale.of(Unit.RATIO, 1, 1, 2).low()).isEqualTo(0.98);
        assertThat(Scale.of(Unit.RATIO, 0.4, 1, 3).low()).isLessThanOrEqualTo(0.4).isNotNegative();
        assertThat(Scale.of(Unit.RATIO, 0, 1, 2).ticks()).containsExactly(0.0, 0.5, 1.0);
    }

    @Test
    void hasTicksAlsoWithoutValues() {
        for (var unit : Unit.values()) {
            assertThat(Scale.of(unit, Double.NaN, Double.NaN, 3).ticks()).hasSizeBetween(2, 4);
        }
    }
}
