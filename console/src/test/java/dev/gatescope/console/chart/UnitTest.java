package dev.gatescope.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitTest {
    @Test
    void nearlyAllIsNotAll() {
        assertThat(Unit.RATIO.figure(0.99999).number()).isEqualTo("99.99");
        assertThat(Unit.RATIO.figure(1).number()).isEqualTo("100");
        assertThat(Unit.RATIO.figure(0.57).number()).isEqualTo("57");
    }

    @Test
    void nearlyNoneIsNotNone() {
        assertThat(Unit.PER_THOUSAND.figure(0.001).number()).isEqualTo("<0.01");
        assertThat(Unit.PER_THOUSAND.figure(0).number()).isEqualTo("0");
    }

    @Test
    void numbersKeepTheirUnit() {
        assertThat(Unit.MILLIS.text(7.46)).isEqualTo("7.5\u00a0ms");
        assertThat(Unit.MILLIS.text(1_240)).isEqualTo("1.24\u00a0s");
        assertThat(Unit.BYTES.text(182 << 20)).isEqualTo("182\u00a0MiB");
        assertThat(Unit.COUNT.text(12_345)).isEqualTo("12,345");
        assertThat(Unit.COUNT.text(100)).isEqualTo("100");
        assertThat(Unit.PER_SECOND.text(Double.NaN)).isEqualTo("–");
    }
}
