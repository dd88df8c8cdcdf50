package dev.gatescope.gateway.metrics;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last minute of one part of the traffic, in steps of a second. For one thread at a time. */
final class TrafficWindow {
    private static final int SECONDS = 60;

    private record Second(Counts upToHere, Histogram readyMicros, Histogram processMicros) {}

    private final Tally tally;
    private final Deque<Second> seconds = new ArrayDeque<>();
    private final Histogram readyMicros;
    private final Histogram processMicros;
    private Counts beforeWindow = Counts.NONE;

    TrafficWindow(Tally tally) {
        this.tally = tally;
        this.readyMicros = Tally.newHistogram();
        this.processMicros = Tally.newHistogram();
    }

    /** A second is over. */
    void tick() {
        var second = new Second(tally.counts(), tally.takeReadyMicros(), tally.takeProcessMicros());
        seconds.addLast(second);
        readyMicros.add(second.readyMicros);
        processMicros.add(second.processMicros);
        if (seconds.size() > SECONDS) {
            var oldest = seconds.removeFirst();
            beforeWindow = oldest.upToHere;
            readyMicros.subtract(oldest.readyMicros);
            processMicros.subtract(oldest.processMicros);
        }
    }

    Counts sinceStart() {
        return tally.counts();
    }

    Counts lastMinute() {
        return tally.counts().minus(beforeWindow);
    }

    /** The counts of the last whole second. */
    Counts lastSecond() {
        if (seconds.isEmpty()) {
            return Counts.NONE;
        }
        var newest = seconds.removeLast();
        var before = seconds.isEmpty() ? beforeWindow : seconds.getLast().upToHere;
        seconds.addLast(newest);
        return newest.upToHere.minus(before);
    }

    Histogram readyMicros() {
        return readyMicros;
    }

    Histogram processMicros() {
        return processMicros;
    }

    /** A percentile of these in milliseconds; none where nothing was measured. */
    static @Nullable Double millis(double percentile, Histogram... parts) {
        var all = parts[0].copy();
        for (var i = 1; i < parts.length; i++) {
            all.add(parts[i]);
        }
        return all.getTotalCount() == 0 ? null : all.getValueAtPercentile(percentile) / 1_000.0;
    }
}
