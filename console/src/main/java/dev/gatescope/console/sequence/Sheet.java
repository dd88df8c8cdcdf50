package dev.gatescope.console.sequence;

import dev.gatescope.shared.sequence.Drawing;
import dev.gatescope.shared.sequence.Drawing.Strip;
import dev.gatescope.shared.sequence.Row;
import dev.gatescope.shared.sequence.Row.Arrow;
import dev.gatescope.shared.sequence.Row.Ghost;

import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;

/**
 * The paper at its present width, for one diagram or for two side by side: what is drawn in one
 * line of it.
 *
 * @param two whether two diagrams lie side by side
 */
record Sheet(double width, boolean two) {
    private static final double BETWEEN = 20;

    /** The narrowest sheet that can be read. */
    static double leastWidth(boolean two) {
        return two ? 2 * Drawing.LEAST_WIDTH + BETWEEN : Drawing.LEAST_WIDTH;
    }

    /** The names of the lifelines. */
    Pane head() {
        var head = drawing().head();
        return two ? pane(head.height(), head, head) : pane(head.height(), head, null);
    }

    Pane line(Line line) {
        return switch (line) {
            case Line.One(var row) -> onLifelines(drawing().strip(row), null);
            case Line.Two(var left, var right) -> onLifelines(stripOf(left), stripOf(right));
            case Line.Parting _ -> new Pane(); // words alone, see the cell
        };
    }

    /** What a line says, for those who cannot see it. */
    static String words(Line line) {
        return switch (line) {
            case Line.One(var row) -> words(row);
            case Line.Two(var left, var right) ->
                    "Left: " + words(left) + " Right: " + words(right);
            case Line.Parting(var words) -> words;
        };
    }

    private static String words(@Nullable Row row) {
        return switch (row) {
            case null -> "nothing.";
            case Ghost ghost -> ghost.text() + ", " + ghost.remark() + ".";
            case Arrow arrow ->
                    "%s%s, %s%s."
                            .formatted(
                                    arrow.from().title(),
                                    arrow.from() == arrow.to() ? "" : " to " + arrow.to().title(),
                                    arrow.text(),
                                    arrow.remark().isEmpty() ? "" : ", " + arrow.remark());
        };
    }

    private @Nullable Strip stripOf(@Nullable Row row) {
        return row == null ? null : drawing().strip(row);
    }

    private Pane onLifelines(@Nullable Strip left, @Nullable Strip right) {
        double height = Math.max(heightOf(left), heightOf(right));
        var lifelines = drawing().lifelines(height);
        var pane = pane(height, lifelines, two ? lifelines : null);
        add(left, 0, pane);
        add(right, rightSide(), pane);
        return pane;
    }

    private static double heightOf(@Nullable Strip strip) {
        return strip == null ? 0 : strip.height();
    }

    private Pane pane(double height, @Nullable Strip left, @Nullable Strip right) {
        var pane = new Pane();
        pane.setMinSize(width, height);
        pane.setPrefSize(width, height);
        pane.setMaxSize(width, height);
        add(left, 0, pane);
        add(right, rightSide(), pane);
        return pane;
    }

    private static void add(@Nullable Strip strip, double x, Pane pane) {
        if (strip != null) {
            for (var node : StrokeNodes.of(strip.strokes())) {
                node.setTranslateX(x);
                pane.getChildren().add(node);
            }
        }
    }

    private double rightSide() {
        return Math.rint((width + BETWEEN) / 2);
    }

    private Drawing drawing() {
        return new Drawing(two ? rightSide() - BETWEEN : width, StrokeNodes::widthOf);
    }
}
