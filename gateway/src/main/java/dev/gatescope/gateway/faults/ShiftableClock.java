package dev.gatescope.gateway.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that faults can let run ahead. Safe from any thread. */
public final class ShiftableClock implements InstantSource {
    private final InstantSource clock;
    private final AtomicLong aheadMillis = new AtomicLong();

    public ShiftableClock(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        return clock.instant().plusMillis(aheadMillis.get());
    }

    /** Runs so much further ahead from now on; back again where that is negative. */
    void shift(Duration by) {
        aheadMillis.addAndGet(by.toMillis());
    }
}
