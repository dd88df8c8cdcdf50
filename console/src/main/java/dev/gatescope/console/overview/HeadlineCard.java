package dev.gatescope.console.overview;

import dev.gatescope.console.chart.TimeChart;
import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One of the four figures that matter most, over its course. For the JavaFX thread. */
final class HeadlineCard {
    private final StatusBadge badge = new StatusBadge(Status.NEUTRAL, "waiting");
    private final FigureText figure = new FigureText("headline-figure");
    private final Label detail = new Label();
    private final Label more = new Label();
    private final Card card;

    HeadlineCard(String title, TimeChart chart) {
        detail.getStyleClass().add(Style.CAPTION);
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        more.getStyleClass().addAll(Style.CAPTION, "headline-more");
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(Space.XS, figure, new VBox(2, detail, more));
        words.setMinHeight(Region.USE_PREF_SIZE);
        card = new Card(title, words, chart).beside(badge).growing(chart);
        card.getStyleClass().add("headline");
    }

    Card node() {
        return card;
    }

    void show(Reading reading) {
        figure.show(reading.figure());
        detail.setText(reading.detail());
        more.setText(reading.more());
        badge.show(Statuses.of(reading.verdict().level()), reading.verdict().word());
    }
}
