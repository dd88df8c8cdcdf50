package dev.gatescope.console.chart;

import javafx.scene.Node;
import javafx.scene.control.Label;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A vertical line over a chart with the values of the instant under it. Nodes of their own, so that
 * following the pointer does not repaint the chart. For the JavaFX thread.
 */
final class Readout {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final long REACH_MILLIS = 1_500;

    private final ChartContent content;
    private final Axis axis;
    private final javafx.scene.shape.Line line = new javafx.scene.shape.Line();
    private final Label values = new Label();
    private double x;

    Readout(ChartContent content, Axis axis) {
        this.content = content;
        this.axis = axis;
        line.getStyleClass().add("readout-line");
        values.getStyleClass().add("readout");
        for (var node : nodes()) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        hide();
    }

    List<Node> nodes() {
        return List.of(line, values);
    }

    boolean isShown() {
        return line.isVisible();
    }

    double x() {
        return x;
    }

    void hide() {
        line.setVisible(false);
        values.setVisible(false);
    }

    void show(Plot plot, double at) {
        line.setVisible(true);
        values.setVisible(true);
        x = Math.clamp(at, plot.left(), plot.right());
        follow(plot);
    }

    /** Tells anew what lies under the line after the chart moved on. */
    void follow(Plot plot) {
        if (!isShown()) {
            return;
        }
        double crisp = Math.floor(x) + 0.5;
        line.setStartX(crisp);
        line.setEndX(crisp);
        line.setStartY(plot.top());
        line.setEndY(plot.bottom());
        values.setText(words(plot.timeAt(x)));
        values.autosize();
        double room = plot.right() - values.getWidth();
        values.relocate(Math.round(Math.max(0, Math.min(x + 8, room))), 0);
    }

    private String words(long at) {
        var lines = content.labelled();
        return lines.stream()
                .map(each ->
                        (lines.size() > 1 ? each.label() + " " : "")
                                + content.unit().text(each.series().valueNear(at, reach())))
                .collect(Collectors.joining("\n", place(at) + "\n", ""));
    }

    /** Where on the axis that is. */
    private String place(long at) {
        return switch (axis) {
            case TimeAxis _ -> SECOND.format(Instant.ofEpochMilli(at));
            case StepAxis run -> "%,d of %,d %s".formatted(at, run.until(), run.steps());
        };
    }

    /** How far from a place a value may have been recorded. */
    private long reach() {
        return switch (axis) {
            case TimeAxis _ -> REACH_MILLIS;
            case StepAxis run -> Math.max(1, run.until() / 100);
        };
    }
}
