package dev.gatescope.gateway.why;

import dev.gatescope.shared.admin.ProblemInfo;

/**
 * How often something happened lately, in slots of some seconds. For one thread at a time.
 *
 * <p>Rising is what happened clearly more often in the last minute than in the one before; over is
 * what did not happen in the last minute at all.
 */
final class Trend {
    private static final long SLOT_MILLIS = 5_000;
    private static final int SLOTS_PER_MINUTE = (int) (60_000 / SLOT_MILLIS);
    private static final int SLOTS = 2 * SLOTS_PER_MINUTE;

    /** Chance alone makes a few more in one minute than in another. */
    private static final double CLEARLY_MORE = 1.5;

    private static final long LEAST_MORE = 3;

    private final long[] counts = new long[SLOTS];
    private long newest = Long.MIN_VALUE;

    /**
     * It happened at this time; time may stand, but what is older than the newest counts as new.
     */
    void add(long epochMillis) {
        moveTo(epochMillis);
        counts[index(newest)]++;
    }

    private void moveTo(long epochMillis) {
        var slot = epochMillis / SLOT_MILLIS;
        if (newest == Long.MIN_VALUE) {
            newest = slot;
        }
        for (var steps = 0; newest < slot && steps < SLOTS; steps++) {
            newest++;
            counts[index(newest)] = 0;
        }
        newest = Math.max(newest, slot);
    }

    private static int index(long slot) {
        return (int) Math.floorMod(slot, (long) SLOTS);
    }

    /** How often in the minute before this time. */
    long lastMinute(long epochMillis) {
        moveTo(epochMillis);
        return sum(0);
    }

    private long sum(int slotsAgo) {
        var sum = 0L;
        for (var i = slotsAgo; i < slotsAgo + SLOTS_PER_MINUTE; i++) {
            sum += counts[index(newest - i)];
        }
        return sum;
    }

    /** The word for it at this time. */
    String word(long epochMillis) {
        var last = lastMinute(epochMillis);
        var before = sum(SLOTS_PER_MINUTE);
        if (last == 0) {
            return ProblemInfo.OVER;
        }
        return last >= before * CLEARLY_MORE && last - before >= LEAST_MORE
                ? ProblemInfo.RISING
                : ProblemInfo.STEADY;
    }
}
