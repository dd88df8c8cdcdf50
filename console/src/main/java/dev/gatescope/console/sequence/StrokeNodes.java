package dev.gatescope.console.sequence;

import dev.gatescope.shared.sequence.Stroke;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

import java.util.List;

/**
 * Makes nodes of strokes. A row has some ten of them and only the rows in sight exist, so the
 * stylesheet can colour them, which a canvas would not know.
 */
final class StrokeNodes {
    private static final double SIZE = 11;
    private static final Font FONT = Font.font(SIZE);
    private static final Font BOLD =
            Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, SIZE);
    private static final double TIP_LENGTH = 8;
    private static final double TIP_HALF = 4;

    private StrokeNodes() {}

    /** How wide words are that {@link #of} makes. */
    static double widthOf(String words) {
        var text = new Text(words);
        text.setFont(FONT);
        return text.getLayoutBounds().getWidth();
    }

    static List<Node> of(List<Stroke> strokes) {
        return strokes.stream().map(StrokeNodes::of).toList();
    }

    private static Node of(Stroke stroke) {
        var node =
                switch (stroke) {
                    case Stroke.Line line -> line(line);
                    case Stroke.Tip tip -> tip(tip);
                    case Stroke.Box box -> box(box);
                    case Stroke.Words words -> words(words);
                };
        node.getStyleClass().add(kind(stroke) + "-" + stroke.ink().styleClass());
        node.setMouseTransparent(true);
        return node;
    }

    /** A line is coloured by its stroke, all else by its fill. */
    private static String kind(Stroke stroke) {
        return stroke instanceof Stroke.Line ? "stroke" : "ink";
    }

    private static Node line(Stroke.Line line) {
        var node = new Line(line.x1(), line.y1(), line.x2(), line.y2());
        node.setStrokeWidth(line.width());
        if (line.dashed()) {
            node.getStrokeDashArray().setAll(5.0, 4.0);
        }
        return node;
    }

    private static Node tip(Stroke.Tip tip) {
        double back = tip.toTheRight() ? -TIP_LENGTH : TIP_LENGTH;
        return new Polygon(
                tip.x(),
                tip.y(),
                tip.x() + back,
                tip.y() - TIP_HALF,
                tip.x() + back,
                tip.y() + TIP_HALF);
    }

    private static Node box(Stroke.Box box) {
        var node = new Rectangle(box.x(), box.y(), box.width(), box.height());
        node.setArcWidth(6);
        node.setArcHeight(6);
        return node;
    }

    private static Node words(Stroke.Words words) {
        var node = new Text(words.text());
        node.setFont(words.bold() ? BOLD : FONT);
        node.setTextOrigin(VPos.BASELINE);
        double width = node.getLayoutBounds().getWidth();
        node.setX(
                words.x()
                        - switch (words.anchor()) {
                            case START -> 0;
                            case MIDDLE -> width / 2;
                            case END -> width;
                        });
        node.setY(words.y());
        return node;
    }
}
