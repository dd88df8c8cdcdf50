package dev.gatescope.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class SeriesTest {
    private final Series series = new Series(4);

    @Test
    void forgetsTheOldestPoints() {
        fill(1, 2, 3, 4, 5, 6);

        assertThat(series.size()).isEqualTo(4);
        assertThat(series.valueAt(0)).isEqualTo(3);
        assertThat(series.last()).isEqualTo(6);
    }

    @Test
    void ignoresPointsThatAreNotLater() {
        fill(5, 5, 4);

        assertThat(series.size()).isEqualTo(1);
    }

    @Test
    void findsTheNearestPointWithinReach() {
        fill(10, 20, 30);

        assertThat(series.valueNear(24, 10)).isEqualTo(20);
        assertThat(series.valueNear(26, 10)).isEqualTo(30);
        assertThat(series.valueNear(45, 10)).isNaN();
        assertThat(new Series(2).valueNear(0, 10)).isNaN();
    }

    @Test
    void takesOverWhatSomebodyElseRecorded() {
        fill(10, 40);

        series.splice(new long[] {20, 30}, new double[] {2, 3});

        assertThat(series.size()).isEqualTo(4);
        assertThat(series.timeAt(0)).isEqualTo(10);
        assertThat(series.valueAt(1)).isEqualTo(2);
        assertThat(series.last()).isEqualTo(40);
    }

    @Test
    void whatWasRecordedReplacesTheSameStretchOfTime() {
        fill(20, 25, 30);

        series.splice(new long[] {20, 30}, new double[] {2, 3});

        assertThat(series.size()).isEqualTo(2);
        assertThat(series.last()).isEqualTo(3);
    }

    private void fill(long... times) {
        for (long time : times) {
            series.add(Instant.ofEpochMilli(time), time);
        }
    }
}
