package dev.gatescope.console.why;

import dev.gatescope.shared.chain.Chain.Line;

import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/**
 * The lines at the left of a step that join it to the step above which it explains, and the mark in
 * which they end. As high as the step beside it.
 */
final class Rails extends Pane {
    private static final double STEP = 30;
    private static final double MARK = 24;
    private static final double MARK_TOP = 8;
    private static final double MIDDLE = MARK_TOP + MARK / 2;

    /**
     * @param explained whether a step that explains this one follows
     */
    Rails(Line line, boolean explained, StackPane mark) {
        int depth = line.depth();
        double width = depth * STEP + MARK;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        for (int level = 1; level < depth; level++) {
            if (line.rails().get(level - 1)) {
                toTheBottom(xOf(level - 1), 0);
            }
        }
        if (depth > 0) {
            double x = xOf(depth - 1);
            if (line.rails().getLast()) {
                toTheBottom(x, 0);
            } else {
                draw(x, 0, x, MIDDLE);
            }
            draw(x, MIDDLE, depth * STEP, MIDDLE);
        }
        if (explained) {
            toTheBottom(xOf(depth), MARK_TOP + MARK);
        }
        mark.setManaged(false);
        mark.resizeRelocate(depth * STEP, MARK_TOP, MARK, MARK);
        getChildren().add(mark);
    }

    private static double xOf(int depth) {
        return depth * STEP + MARK / 2;
    }

    private void toTheBottom(double x, double fromY) {
        draw(x, fromY, x, fromY).endYProperty().bind(heightProperty());
    }

    /** Not managed: the height comes from the words, never from the lines. */
    private javafx.scene.shape.Line draw(double fromX, double fromY, double toX, double toY) {
        var line = new javafx.scene.shape.Line(fromX, fromY, toX, toY);
        line.setManaged(false);
        line.getStyleClass().add("rail");
        getChildren().add(line);
        return line;
    }
}
