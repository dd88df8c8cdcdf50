package dev.gatescope.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class PlotTest {
    private static final long MINUTES_10 = 600_000;

    private final Plot plot = new Plot(50, 10, 300, 100, 0, MINUTES_10, new Scale(0, 10, 5));

    @Test
    void timeRunsToTheRightAndValuesUp() {
        assertThat(plot.x(0)).isEqualTo(50);
        assertThat(plot.x(MINUTES_10)).isEqualTo(350);
        assertThat(plot.y(0)).isEqualTo(110);
        assertThat(plot.y(10)).isEqualTo(10);
    }

    @Test
    void aPointTellsItsTime() {
        assertThat(plot.timeAt(plot.x(123_000))).isEqualTo(123_000);
        assertThat(plot.timeAt(-5)).isZero();
    }

    @Test
    void aLineBreaksWhereThereIsNoValue() {
        var series = new Series(20);
        for (int i = 0; i < 10; i++) {
            series.add(Instant.ofEpochSecond(i), i == 4 ? Double.NaN : i);
        }

        assertThat(plot.segments(series)).extracting(Plot.Segment::points).containsExactly(4, 5);
    }

    @Test
    void aLineBreaksWhereNothingCame() {
        var series = new Series(20);
        series.add(Instant.ofEpochSecond(1), 1);
        series.add(Instant.ofEpochSecond(2), 1);
        series.add(Instant.ofEpochSecond(60), 1);

        assertThat(plot.segments(series)).extracting(Plot.Segment::points).containsExactly(2, 1);
    }

    @Test
    void timeTicksAreWholeMinutesAndKeepTheirDistance() {
        var ticks = plot.timeTicks(70);

        assertThat(ticks).isNotEmpty().allMatch(tick -> tick.getEpochSecond() % 60 == 0);
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(plot.x(ticks.get(i)) - plot.x(ticks.get(i - 1))).isGreaterThanOrEqualTo(70);
        }
    }

    @Test
    void aShortPlotHasTicksBetweenTheMinutes() {
        var minute = new Plot(50, 10, 300, 100, 0, 60_000, new Scale(0, 10, 5));

        assertThat(minute.isShort()).isTrue();
        assertThat(minute.timeTicks(70)).extracting(Instant::getEpochSecond).contains(15L, 30L);
        assertThat(plot.isShort()).isFalse();
    }

    @Test
    void labelsThatWouldOverlapMoveApart() {
        assertThat(Plot.spread(new double[] {50, 52}, 14, 0, 100)).containsExactly(50, 64);
        assertThat(Plot.spread(new double[] {100, 99}, 14, 0, 100)).containsExactly(100, 86);
        assertThat(Plot.spread(new double[] {10, 80}, 14, 0, 100)).containsExactly(10, 80);
    }
}
