package dev.gatescope.gateway.lifecycle;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers events so that a number tells when its event happened: what happened in a time is found
 * by number, without an index of times. More than {@value #PER_MILLI} events in a millisecond, or a
 * clock that was set back, make numbers run ahead of the clock; they grow all the same. Safe from
 * any thread.
 */
public final class EventNumbers {
    private static final long PER_MILLI = 10_000;

    private final AtomicLong last = new AtomicLong();

    /** The number of an event that happens now. */
    long next(long epochMillis) {
        var earliest = firstAt(epochMillis);
        while (true) {
            var before = last.get();
            var number = Math.max(before + 1, earliest);
            if (last.compareAndSet(before, number)) {
                return number;
            }
        }
    }

    /** The least number that an event of this time, or later, has. */
    public static long firstAt(long epochMillis) {
        var most = Long.MAX_VALUE / PER_MILLI;
        return Math.clamp(epochMillis, -most, most) * PER_MILLI;
    }

    /** Goes on above a number that was used before, where the clock has been set back. */
    public void continueAfter(long used) {
        last.accumulateAndGet(used, Math::max);
    }
}
