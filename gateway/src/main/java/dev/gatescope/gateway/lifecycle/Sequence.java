package dev.gatescope.gateway.lifecycle;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Numbers that grow with time and over restarts, without asking the database, which may not be
 * there yet: they begin at the time of the start. As long as fewer are taken in a second than the
 * clock counts, a later start begins above the last one. Safe from any thread.
 */
public final class Sequence implements LongSupplier {
    private final AtomicLong last;

    private Sequence(long first) {
        last = new AtomicLong(first);
    }

    /** Numbers of connections: they fit twelve hex digits until the year 2059. */
    public static Sequence ofConnections(InstantSource clock) {
        return new Sequence(clock.millis() * 100);
    }

    /** Numbers of faults, of the same form. */
    public static Sequence ofFaults(InstantSource clock) {
        return new Sequence(clock.millis() * 100);
    }

    /** The number that was taken last, or from which it began. */
    public long latest() {
        return last.get();
    }

    @Override
    public long getAsLong() {
        return last.incrementAndGet();
    }

    /** Goes on above a number that was used before, where the clock has been set back. */
    public void continueAfter(long used) {
        last.accumulateAndGet(used, Math::max);
    }
}
