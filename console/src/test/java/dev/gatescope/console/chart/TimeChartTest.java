package dev.gatescope.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.fixtures.Picture;
import dev.gatescope.console.fixtures.Toolkit;
import dev.gatescope.console.shell.Theme;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class TimeChartTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TimeAxis axis = new TimeAxis(Duration.ofMinutes(10));
    private final Series open = new Series(700);
    private final Series registered = new Series(700);

    @Test
    void saysInWordsWhatItShows() throws Exception {
        fill();

        var words = Toolkit.call(() -> chart().queryAccessibleAttribute(AccessibleAttribute.TEXT));

        assertThat(words)
                .asString()
                .contains("Handlers, last 10 minutes.", "open: now 20, lowest 0, highest 20.");
    }

    @Test
    void repaintsInTheColoursOfTheTheme() throws Exception {
        fill();

        Toolkit.call(() -> {
            var view = new StackPane(chart());
            var light = Picture.of(view, Theme.LIGHT, 400, 200).save("chart-light");
            var dark = Picture.of(view, Theme.DARK, 400, 200).save("chart-dark");
            assertThat(light.has(0xff0969da)).isTrue();
            assertThat(dark.has(0xff1f6feb)).isTrue();
            assertThat(dark.has(0xff0969da)).isFalse();
            return view;
        });
    }

    @Test
    void theArrowKeysTellTheValuesOfAnInstant() throws Exception {
        fill();

        Toolkit.call(() -> {
            var chart = chart();
            Picture.of(new StackPane(chart), Theme.LIGHT, 400, 200);
            press(chart, KeyCode.LEFT);
            assertThat(readout(chart).isVisible()).isTrue();
            assertThat(readout(chart).getText()).contains("handlers 19", "open 19");
            press(chart, KeyCode.ESCAPE);
            assertThat(readout(chart).isVisible()).isFalse();
            return chart;
        });
    }

    private static Label readout(TimeChart chart) {
        return (Label) chart.lookup(".readout");
    }

    private static void press(TimeChart chart, KeyCode key) {
        chart.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private TimeChart chart() {
        return new TimeChart(
                "Handlers",
                Unit.COUNT,
                axis,
                new Line("handlers", registered, Line.Tone.MAIN),
                new Line("open", open, Line.Tone.OTHER));
    }

    private void fill() {
        for (int i = 0; i <= 600; i++) {
            open.add(NOON.plusSeconds(i), Math.floorDiv(i, 30));
            registered.add(
                    NOON.plusSeconds(i), i > 300 && i < 340 ? Double.NaN : Math.floorDiv(i, 30));
        }
        axis.advance(NOON.plusSeconds(600));
        axis.mark(NOON.plusSeconds(200), "deploy");
        axis.lostAt(NOON.plusSeconds(400));
        axis.foundAt(NOON.plusSeconds(500));
    }
}
