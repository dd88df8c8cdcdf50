package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Traffic;

import org.junit.jupiter.api.Test;

class FigureLineTest {
    private final FigureLine line = new FigureLine();

    @Test
    void saysNothingBeforeTheFirstFigures() {
        assertThat(line.lines()).isEmpty();
    }

    @Test
    void hasTheFourFiguresWithTheirNumbers() {
        line.onLink(Samples.live());
        line.onSnapshot(Samples.snapshot(Samples.NOON, 1_234));

        assertThat(line.lines())
                .containsExactly(
                        "connection success 100.0 % of 1,234 in 60 s, 100.0 % of 1,234 since start"
                                + " | routing success 100.0 % of 1,234 in 60 s, 100.0 % of 1,234"
                                + " since start | handlers registered 1,234 | sessions leaked 0");
    }

    @Test
    void withoutAttemptsThereIsNoPercentage() {
        line.onSnapshot(Traffic.idle(Samples.NOON));

        assertThat(line.lines())
                .singleElement(STRING)
                .startsWith("connection success no attempts in 60 s, no attempts since start");
    }

    @Test
    void aLostGatewayIsSaidOnceAndSoIsItsReturn() {
        line.onSnapshot(Samples.snapshot(Samples.NOON, 1));
        line.onLink(Samples.lost("Nothing answers at http://127.0.0.1:8026."));
        assertThat(line.lines())
                .containsExactly(
                        "Nothing answers at http://127.0.0.1:8026. Trying again by itself.");
        line.onLink(Samples.lost("Nothing answers at http://127.0.0.1:8026."));
        assertThat(line.lines()).isEmpty();

        line.onLink(Samples.live());
        line.onSnapshot(Samples.snapshot(Samples.NOON, 1));
        assertThat(line.lines())
                .satisfiesExactly(
                        back -> assertThat(back).isEqualTo("The gateway answers now."),
                        figures -> assertThat(figures).startsWith("connection success"));
        assertThat(line.lines()).singleElement(STRING).startsWith("connection success");
    }
}
