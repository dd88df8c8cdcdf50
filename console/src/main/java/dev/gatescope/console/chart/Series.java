package dev.gatescope.console.chart;

import java.time.Instant;

/**
 * The values of one figure over time: a ring that forgets its oldest points. A point whose value is
 * NaN says that there was none then, and leaves a gap in the line. For the models' thread alone.
 */
public final class Series {
    private final long[] times;
    private final double[] values;
    private int first;
    private int size;

    /**
     * @param capacity points kept
     */
    public Series(int capacity) {
        times = new long[capacity];
        values = new double[capacity];
    }

    /** Appends a point; one that is not later than the last is ignored. */
    public void add(Instant time, double value) {
        append(time.toEpochMilli(), value);
    }

    /** Appends a point at a step of a run; one that is not later than the last is ignored. */
    public void add(long step, double value) {
        append(step, value);
    }

    /**
     * Takes over what somebody else recorded: these points replace those of the same stretch of
     * time, those before and after stay.
     *
     * @param recordedAt ascending, in milliseconds since 1970
     */
    public void splice(long[] recordedAt, double[] recorded) {
        if (recordedAt.length == 0) {
            return;
        }
        var oldTimes = new long[size];
        var oldValues = new double[size];
        for (int i = 0; i < size; i++) {
            oldTimes[i] = timeAt(i);
            oldValues[i] = valueAt(i);
        }
        first = 0;
        size = 0;
        int after = 0;
        while (after < oldTimes.length && oldTimes[after] < recordedAt[0]) {
            append(oldTimes[after], oldValues[after]);
            after++;
        }
        for (int i = 0; i < recordedAt.length; i++) {
            append(recordedAt[i], recorded[i]);
        }
        for (int i = after; i < oldTimes.length; i++) {
            append(oldTimes[i], oldValues[i]); // ignored while not later than the last
        }
    }

    /** How many points there are. */
    public int size() {
        return size;
    }

    /** When a point was recorded, in milliseconds since 1970; 0 is the oldest. */
    public long timeAt(int index) {
        return times[(first + index) % times.length];
    }

    /** A point's value; NaN where there was none. */
    public double valueAt(int index) {
        return values[(first + index) % values.length];
    }

    /** The index of the first point at or after a time; the size when there is none. */
    public int indexFrom(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeAt(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The value of the point that is nearest to a time.
     *
     * @param reach how far away it may be, in milliseconds
     * @return NaN where there is none
     */
    public double valueNear(long time, long reach) {
        int after = indexFrom(time);
        int nearest =
                after == size || (after > 0 && time - timeAt(after - 1) <= timeAt(after) - time)
                        ? after - 1
                        : after;
        return nearest >= 0 && Math.abs(timeAt(nearest) - time) <= reach
                ? valueAt(nearest)
                : Double.NaN;
    }

    /** The newest value; NaN while there is none. */
    public double last() {
        return size == 0 ? Double.NaN : valueAt(size - 1);
    }

    private void append(long time, double value) {
        if (size > 0 && time <= timeAt(size - 1)) {
            return;
        }
        int slot = (first + size) % times.length;
        times[slot] = time;
        values[slot] = value;
        if (size < times.length) {
            size++;
        } else {
            first = (first + 1) % times.length;
        }
    }
}
