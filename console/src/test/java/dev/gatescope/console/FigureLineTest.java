package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Traffic;

import org.junit.jupiter.api.Test;

class FigureLineTest {
    private final FigureLine line = new FigureLine();

    @Test
    void saysSoBeforeTheFirstFigures() {
        assertThat(line.text()).isEqualTo("no figures yet");
    }

    @Test
    void hasTheFourFiguresWithTheirNumbers() {
        line.onLink(Samples.live());
        line.onSnapshot(Samples.snapshot(Samples.NOON, 1_234));

        assertThat(line.text())
                .isEqualTo(
                        "connection success 100.0 % of 1,234 in 60 s, 100.0 % of 1,234 since start"
                                + " | routing success 100.0 % of 1,234 in 60 s, 100.0 % of 1,234"
                                + " since start | handlers registered 1,234 | sessions leaked 0");
    }

    @Test
    void withoutAttemptsThereIsNoPercentage() {
        line.onSnapshot(Traffic.idle(Samples.NOON));

        assertThat(line.text())
                .startsWith("connection success no attempts in 60 s, no attempts since start");
    }

    @Test
    void aLostGatewayIsSaidUntilItComesBack() {
        line.onSnapshot(Samples.snapshot(Samples.NOON, 1));
        line.onLink(Samples.lost("Nothing answers at http://127.0.0.1:8026."));
        assertThat(line.text()).isEqualTo("no figures: Nothing answers at http://127.0.0.1:8026.");

        line.onLink(Samples.live());
        assertThat(line.text()).startsWith("connection success");
    }
}
