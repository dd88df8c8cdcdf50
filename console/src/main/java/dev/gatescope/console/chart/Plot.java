package dev.gatescope.console.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rectangle that lines are drawn in, and where in it a time or a step, and a value, lie. All in
 * pixels; pure functions, for any thread.
 */
record Plot(
        double left, double top, double width, double height, long from, long until, Scale scale) {
    /** Where nothing came for so long, there is a gap in the line. */
    private static final long LONGEST_STEP = Duration.ofSeconds(5).toMillis();

    private static final int MOST_STEP_TICKS = 5;
    private static final long SHORT = Duration.ofMinutes(2).toMillis();
    private static final int[] SECONDS = {10, 15, 30, 60, 120};
    private static final int[] MINUTES = {60, 120, 300, 600, 900, 1_800, 3_600};

    /** A piece of a line without gaps, as the canvas takes it; compared by nobody. */
    @SuppressWarnings("ArrayRecordComponent")
    record Segment(double[] xs, double[] ys) {
        int points() {
            return xs.length;
        }
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    double x(long time) {
        return left + width * (time - from) / (until - from);
    }

    double x(Instant time) {
        return x(time.toEpochMilli());
    }

    double y(double value) {
        return bottom() - height * (value - scale.low()) / (scale.high() - scale.low());
    }

    /** The time that lies under a point, within the plot. */
    long timeAt(double x) {
        double share = Math.clamp((x - left) / width, 0, 1);
        return from + Math.round(share * (until - from));
    }

    /** The line of a series, in pieces where there are gaps. */
    List<Segment> segments(Series series) {
        var segments = new ArrayList<Segment>();
        int first = Math.max(0, series.indexFrom(from) - 1); // one before, so that it comes in
        var xs = new double[series.size() - first];
        var ys = new double[xs.length];
        int length = 0;
        for (int i = first; i < series.size(); i++) {
            boolean late = i > first && series.timeAt(i) - series.timeAt(i - 1) > LONGEST_STEP;
            boolean empty = Double.isNaN(series.valueAt(i));
            if ((late || empty) && length > 0) {
                segments.add(piece(xs, ys, length));
                length = 0;
            }
            if (!empty) {
                xs[length] = x(series.timeAt(i));
                ys[length] = y(series.valueAt(i));
                length++;
            }
        }
        if (length > 0) {
            segments.add(piece(xs, ys, length));
        }
        return segments;
    }

    /** Whether so little time is shown that its labels need seconds. */
    boolean isShort() {
        return until - from <= SHORT;
    }

    /** Round times to write below the plot, as far apart as the labels need. */
    List<Instant> timeTicks(double labelWidth) {
        long step = 0;
        for (int nice : isShort() ? SECONDS : MINUTES) {
            step = nice * 1_000L;
            if (width * step / (until - from) >= labelWidth) {
                break;
            }
        }
        var ticks = new ArrayList<Instant>();
        for (long time = Math.ceilDiv(from, step) * step; time <= until; time += step) {
            double centre = x(time);
            if (centre >= left + labelWidth / 4 && centre <= right() - labelWidth / 4) {
                ticks.add(Instant.ofEpochMilli(time));
            }
        }
        return ticks;
    }

    /** Round steps to write below the plot, as far apart as the labels need. */
    List<Long> stepTicks(double labelWidth) {
        var scale =
                Scale.of(
                        Unit.COUNT,
                        from,
                        until,
                        (int) Math.clamp(width / labelWidth, 1, MOST_STEP_TICKS));
        return scale.ticks().stream()
                .map(Math::round)
                .filter(step -> step >= from && step <= until)
                .toList();
    }

    /**
     * Moves labels apart that would overlap, as little as possible.
     *
     * @param wanted the centre that each would have
     * @param distance from one centre to the next, at least
     * @return where each goes, in the order of the wanted ones, within top and bottom where there
     *     is room
     */
    static double[] spread(double[] wanted, double distance, double top, double bottom) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < wanted.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(wanted[a], wanted[b]));
        var placed = wanted.clone();
        double least = top;
        for (int i : order) {
            placed[i] = Math.max(placed[i], least);
            least = placed[i] + distance;
        }
        double most = bottom;
        for (int i : order.reversed()) {
            placed[i] = Math.min(placed[i], most);
            most = placed[i] - distance;
        }
        return placed;
    }

    private static Segment piece(double[] xs, double[] ys, int length) {
        return new Segment(Arrays.copyOf(xs, length), Arrays.copyOf(ys, length));
    }
}
