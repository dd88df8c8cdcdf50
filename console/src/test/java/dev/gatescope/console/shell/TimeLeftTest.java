package dev.gatescope.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.Samples;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {
    @ParameterizedTest
    @CsvSource({"0,0:00", "1,0:01", "1000,0:01", "42000,0:42", "60001,1:01", "900000,15:00"})
    void aSecondThatHasBegunCounts(long millis, String text) {
        assertThat(TimeLeft.until(Samples.NOON.plusMillis(millis), Samples.NOON)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1", "90000"})
    void whatIsOverHasNothingLeft(long millis) {
        assertThat(TimeLeft.until(Samples.NOON.minusMillis(millis), Samples.NOON))
                .isEqualTo("0:00");
    }
}
