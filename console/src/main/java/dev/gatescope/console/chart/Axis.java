package dev.gatescope.console.chart;

import javafx.beans.value.ObservableValue;

/**
 * What the width of a chart stands for: minutes, or the steps of something that is played. For the
 * models' thread.
 */
public sealed interface Axis permits TimeAxis, StepAxis {
    /** What is at the left edge: milliseconds since 1970, or a step. */
    long from();

    /** What is at the right edge. */
    long until();

    /** Changes when charts are to be painted anew. */
    ObservableValue<?> moved();
}
