package dev.gatescope.console.overview;

import dev.gatescope.console.chart.TimeChart;
import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Figures that should be zero, one to a line. For the JavaFX thread. */
final class FailuresCard {
    private static final String SCOPE_ERROR =
            "A request's database session was not used as a scope that begins and ends;"
                    + " in the incident report: async context manager error.";

    private final GridPane rows = new GridPane(Space.M, 3);
    private final Row errorRate = new Row("Per 1,000 in 60 s");
    private final Row everErrorRate = new Row("Per 1,000 since start");
    private final Row registrationFailures = new Row("Registration failures");
    private final Row scopeErrors = new Row("Session scope errors", SCOPE_ERROR);
    private final Card card;

    FailuresCard(TimeChart chart) {
        var name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        var number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(Region.USE_PREF_SIZE);
        var word = new ColumnConstraints();
        word.setMinWidth(Region.USE_PREF_SIZE);
        rows.getColumnConstraints().addAll(name, number, word);
        rows.setMinHeight(Region.USE_PREF_SIZE);
        var what = new Label("Errors per 1,000 attempts");
        what.getStyleClass().add(Style.CAPTION);
        var course = new VBox(Space.XS, what, chart);
        VBox.setVgrow(chart, Priority.ALWAYS);
        card = new Card("Failures", rows, course).growing(course);
    }

    Card node() {
        return card;
    }

    void show(Figures figures) {
        errorRate.show(figures.errorRate());
        everErrorRate.show(figures.everErrorRate());
        registrationFailures.show(figures.registrationFailures());
        scopeErrors.show(figures.scopeErrors());
    }

    private final class Row {
        private final Label number = new Label("–");
        private final StatusBadge badge = new StatusBadge(Status.NEUTRAL, "waiting");
        private final Tooltip detail = new Tooltip();
        private final String meaning;

        Row(String name) {
            this(name, "");
        }

        Row(String name, String meaning) {
            this.meaning = meaning;
            detail.setText(meaning);
            var caption = new Label(name);
            caption.getStyleClass().add(Style.CAPTION);
            caption.setTooltip(detail);
            caption.setWrapText(true);
            caption.setMinHeight(Region.USE_PREF_SIZE);
            number.getStyleClass().add("small-figure");
            rows.addRow(rows.getRowCount(), caption, number, badge);
        }

        void show(Reading reading) {
            number.setText(reading.figure().number());
            badge.show(Statuses.of(reading.verdict().level()), reading.verdict().word());
            badge.setVisible(!reading.verdict().word().isEmpty());
            detail.setText((reading.detail() + "\n" + meaning).strip());
        }
    }
}
