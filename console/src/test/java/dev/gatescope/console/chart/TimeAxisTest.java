package dev.gatescope.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class TimeAxisTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TimeAxis axis = new TimeAxis(Duration.ofMinutes(10));

    @Test
    void forgetsWhatLeftIt() {
        axis.advance(NOON);
        axis.mark(NOON, "deploy");
        axis.lostAt(NOON);
        axis.foundAt(NOON.plusSeconds(5));

        axis.advance(NOON.plusSeconds(700));

        assertThat(axis.marks()).isEmpty();
        assertThat(axis.losses()).isEmpty();
    }

    @Test
    void aLossLastsUntilTheGatewayIsFound() {
        axis.advance(NOON);
        axis.lostAt(NOON);
        axis.lostAt(NOON.plusSeconds(3));
        axis.advance(NOON.plusSeconds(3_000));
        assertThat(axis.losses()).containsExactly(new TimeAxis.Loss(NOON, null));

        axis.foundAt(NOON.plusSeconds(3_000));

        assertThat(axis.losses()).containsExactly(new TimeAxis.Loss(NOON, NOON.plusSeconds(3_000)));
    }

    @Test
    void theSameMarkTwiceIsOne() {
        axis.mark(NOON, "deploy");
        axis.mark(NOON, "deploy");

        assertThat(axis.marks()).hasSize(1);
    }

    @Test
    void isShortWhileThereAreValuesForAFewMinutesOnly() {
        axis.beginAt(NOON);
        axis.advance(NOON.plusSeconds(20));
        assertThat(axis.span()).isEqualTo(Duration.ofMinutes(1));

        axis.advance(NOON.plusSeconds(90));
        assertThat(axis.span()).isEqualTo(Duration.ofMinutes(2));

        axis.advance(NOON.plusSeconds(400));
        assertThat(axis.span()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void growsWhenOlderValuesTurnUp() {
        axis.advance(NOON);
        axis.beginAt(NOON);

        axis.beginAt(NOON.minusSeconds(200));
        axis.beginAt(NOON.minusSeconds(10));

        assertThat(axis.start()).isEqualTo(NOON.minus(Duration.ofMinutes(5)));
    }
}
