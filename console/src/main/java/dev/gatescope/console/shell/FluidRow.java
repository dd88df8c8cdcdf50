package dev.gatescope.console.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.List;

/**
 * Lays its children side by side in equal widths, and breaks into several lines where they would
 * become too narrow. Lines share the height. For the JavaFX thread.
 */
public final class FluidRow extends Pane {
    private final double gap;
    private final double narrowest;
    private final int[] columns;

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
            double width = widthOf(nodes.size(), getWidth());
            double height = snapSizeY(heightOf(nodes, width, false) + extra);
            for (int i = 0; i < nodes.size(); i++) {
                double left = snapPositionX(i * (width + gap));
                double right = snapPositionX(i * (width + gap) + width);
                nodes.get(i).resizeRelocate(left, y, right - left, height);
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
            height += heightOf(nodes, widthOf(nodes.size(), outer), least);
        }
        return height;
    }

    private static double heightOf(List<Node> nodes, double width, boolean least) {
        return nodes.stream()
                .mapToDouble(node -> least ? node.minHeight(width) : node.prefHeight(width))
                .max()
                .orElse(0);
    }

    private double widthOf(int nodes, double outer) {
        return (outer - (nodes - 1) * gap) / nodes;
    }

    private int perLine(double width) {
        for (int count : columns) {
            if (widthOf(count, width) >= narrowest) {
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
