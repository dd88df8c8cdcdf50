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
    private static final long REACH = 1_500;

    private final ChartContent content;
    private final javafx.scene.shape.Line line = new javafx.scene.shape.Line();
    private final Label values = new Label();
    private double x;

    Readout(ChartContent content) {
        this.content = content;
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

    private String words(long time) {
        return content.lines().stream()
                .map(each ->
                        (content.lines().size() > 1 ? each.label() + " " : "")
                                + content.unit().text(each.series().valueNear(time, REACH)))
                .collect(
                        Collectors.joining(
                                "\n", SECOND.format(Instant.ofEpochMilli(time)) + "\n", ""));
    }
}
