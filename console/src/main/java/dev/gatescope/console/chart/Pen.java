package dev.gatescope.console.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws on a canvas with a palette: crisp hairlines, smooth curves, small text. */
record Pen(GraphicsContext canvas, Palette palette) {
    /** The height of a line of text, in pixels. */
    static final double LINE_HEIGHT = 14;

    private static final Font FONT = Font.font(11);
    private static final double CURVE_WIDTH = 1.75;
    private static final double SHADE = 0.6;
    private static final double DOT = 2.75;

    void clear(double width, double height) {
        canvas.clearRect(0, 0, width, height);
        canvas.setFont(FONT);
        canvas.setTextBaseline(VPos.CENTER);
        canvas.setLineCap(StrokeLineCap.ROUND);
        canvas.setLineJoin(StrokeLineJoin.ROUND);
    }

    static double textWidth(String text) {
        var measure = new Text(text);
        measure.setFont(FONT);
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }

    void horizontal(Paint paint, double x1, double x2, double y, double... dashes) {
        hairline(paint, dashes);
        canvas.strokeLine(crisp(x1), crisp(y), crisp(x2), crisp(y));
    }

    void vertical(Paint paint, double x, double y1, double y2, double... dashes) {
        hairline(paint, dashes);
        canvas.strokeLine(crisp(x), crisp(y1), crisp(x), crisp(y2));
    }

    void shade(Paint paint, double x1, double y1, double x2, double y2) {
        canvas.setGlobalAlpha(SHADE);
        canvas.setFill(paint);
        canvas.fillRect(Math.round(x1), y1, Math.round(x2) - Math.round(x1), y2 - y1);
        canvas.setGlobalAlpha(1);
    }

    void curve(Paint paint, Plot.Segment segment) {
        if (segment.points() == 1) {
            dot(paint, segment.xs()[0], segment.ys()[0]);
            return;
        }
        canvas.setStroke(paint);
        canvas.setLineWidth(CURVE_WIDTH);
        canvas.setLineDashes();
        canvas.strokePolyline(segment.xs(), segment.ys(), segment.points());
    }

    void dot(Paint paint, double x, double y) {
        canvas.setFill(paint);
        canvas.fillOval(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
    }

    void text(Paint paint, TextAlignment alignment, String text, double x, double y) {
        canvas.setFill(paint);
        canvas.setTextAlign(alignment);
        canvas.fillText(text, Math.round(x), Math.round(y));
    }

    /** Keeps what is drawn within a plot, to be ended by {@link #unclip}. */
    void clip(Plot plot) {
        canvas.save();
        canvas.beginPath();
        canvas.rect(plot.left(), plot.top() - 3, plot.width() + 4, plot.height() + 6);
        canvas.clip();
    }

    void unclip() {
        canvas.restore();
    }

    private void hairline(Paint paint, double... dashes) {
        canvas.setStroke(paint);
        canvas.setLineWidth(1);
        canvas.setLineDashes(dashes);
    }

    /** The middle of a pixel, so that a line of one pixel's width is not smeared over two. */
    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
