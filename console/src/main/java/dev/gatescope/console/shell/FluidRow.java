package dev.gatescope.console.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Lays its children side by side in equal widths, and breaks into several lines where they would
 * become too narrow. Lines share the height. For the JavaFX thread.
 */
public final class FluidRow extends Pane {
    private final double gap;
    private final double narrowest;
    private final int[] columns;
    private double[] shares = {};

    /**
     * @param narrowest how narrow a child may become before the row breaks
     * @param columns how many may stand side by side, most first; the last is used if none fits
     */
    public FluidRow(double gap, double narrowest, int[] columns, Node... children) {
        super(children);
        this.gap = gap;
        this.narrowest = narrowest;
        this.columns = columns.clone();
    }

    /** Gives children that all stand in one line these shares of it instead of equal ones. */
    public FluidRow shared(double... newShares) {
        shares = newShares.clone();
        return this;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return narrowest;
    }

    @Override
    protected double computePrefWidth(double height) {
        return columns[0] * (narrowest + gap) - gap;
    }

    @Override
    protected double computeMinHeight(double width) {
        return heightOfLines(width, true);
    }

    @Override
    protected double computePrefHeight(double width) {
        return heightOfLines(width, false);
    }

    @Override
    protected void layoutChildren() {
        int perLine = perLine(getWidth());
        int lines = Math.ceilDiv(children().size(), perLine);
        double extra = (getHeight() - computePrefHeight(getWidth())) / lines;
        double y = 0;
        for (int line = 0; line < lines; line++) {
            var nodes = line(line, perLine);
            double height = snapSizeY(heightOf(nodes, getWidth(), false) + extra);
            double x = 0;
            for (int i = 0; i < nodes.size(); i++) {
                double left = snapPositionX(x);
                double right = snapPositionX(x + widthOf(i, nodes.size(), getWidth()));
                nodes.get(i).resizeRelocate(left, y, right - left, height);
                x += widthOf(i, nodes.size(), getWidth()) + gap;
            }
            y += height + gap;
        }
    }

    private double heightOfLines(double width, boolean least) {
        double outer = width < 0 ? computePrefWidth(-1) : width;
        int perLine = perLine(outer);
        int lines = Math.ceilDiv(children().size(), perLine);
        double height = (lines - 1) * gap;
        for (int line = 0; line < lines; line++) {
            var nodes = line(line, perLine);
            height += heightOf(nodes, outer, least);
        }
        return height;
    }

    private double heightOf(List<Node> nodes, double outer, boolean least) {
        double height = 0;
        for (int i = 0; i < nodes.size(); i++) {
            double width = widthOf(i, nodes.size(), outer);
            height =
                    Math.max(
                            height,
                            least ? nodes.get(i).minHeight(width) : nodes.get(i).prefHeight(width));
        }
        return height;
    }

    /** The width of one of so many that stand side by side. */
    private double widthOf(int place, int nodes, double outer) {
        double together = outer - (nodes - 1) * gap;
        return shares.length == nodes
                ? together * shares[place] / DoubleStream.of(shares).sum()
                : together / nodes;
    }

    private int perLine(double width) {
        for (int count : columns) {
            if ((width - (count - 1) * gap) / count >= narrowest) {
                return count;
            }
        }
        return columns[columns.length - 1];
    }

    private List<Node> line(int line, int perLine) {
        int from = line * perLine;
        return children().subList(from, Math.min(children().size(), from + perLine));
    }

    private List<Node> children() {
        return getManagedChildren();
    }
}
