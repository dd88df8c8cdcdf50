package dev.gatescope.console.chart;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * So many steps of something that is played from beginning to end; all of them are in view from the
 * start. A series on this axis has a step in place of each time. For the models' thread alone.
 */
public final class StepAxis implements Axis {
    private final String steps;
    private final int length;
    private final ReadOnlyIntegerWrapper repaints = new ReadOnlyIntegerWrapper();

    /**
     * An axis for a run.
     *
     * @param steps what is counted, such as {@code scripts}
     * @param length how many there will be, at least one
     */
    public StepAxis(String steps, int length) {
        this.steps = steps;
        this.length = length;
    }

    /** What is counted. */
    public String steps() {
        return steps;
    }

    /** Has the charts painted anew, since there are new values. */
    public void advance() {
        repaints.set(repaints.get() + 1);
    }

    @Override
    public long from() {
        return 0;
    }

    @Override
    public long until() {
        return length;
    }

    @Override
    public ReadOnlyIntegerProperty moved() {
        return repaints.getReadOnlyProperty();
    }
}
