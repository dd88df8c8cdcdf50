package dev.gatescope.console.compare;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A horizontal bar with its value beside it. For the JavaFX thread. */
final class Bar extends Region {
    private static final double THICKNESS = 10;

    private final Region track = new Region();
    private final Region fill = new Region();
    private final Label value = new Label("–");
    private final double text;
    private double share;

    /**
     * A bar without a value.
     *
     * @param text how much room the value takes
     * @param styleClass what the bar is filled with
     */
    Bar(double text, String styleClass) {
        this.text = text;
        track.getStyleClass().add("bar-track");
        fill.getStyleClass().addAll("bar-fill", styleClass);
        value.getStyleClass().add("grid-figure");
        getChildren().addAll(track, fill, value);
        setPrefHeight(20);
        setMinHeight(20);
    }

    /**
     * @param part how long the bar is, from 0 to 1; NaN where there is no value
     */
    void show(double part, String words) {
        share = Double.isNaN(part) ? 0 : Math.clamp(part, 0, 1);
        value.setText(words);
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * text;
    }

    @Override
    protected void layoutChildren() {
        double length = Math.max(0, getWidth() - text);
        double top = snapPositionY((getHeight() - THICKNESS) / 2);
        track.resizeRelocate(0, top, length, THICKNESS);
        fill.resizeRelocate(0, top, snapSizeX(length * share), THICKNESS);
        value.resizeRelocate(length + 6, 0, text - 6, getHeight());
    }
}
