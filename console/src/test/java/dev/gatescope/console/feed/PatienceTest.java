package dev.gatescope.console.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PatienceTest {
    @Test
    void waitsTwiceAsLongAfterEachTryUpToALimit() {
        assertThat(Patience.USUAL.before(0)).isEqualTo(Duration.ofMillis(500));
        assertThat(Patience.USUAL.before(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Patience.USUAL.before(4)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Patience.USUAL.before(1_000)).isEqualTo(Duration.ofSeconds(5));
    }
}
