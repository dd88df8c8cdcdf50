package dev.gatescope.gateway.faults;

import java.time.Duration;

/** Calls back when some time is over. */
@FunctionalInterface
interface Alarms {
    /**
     * Does this so much later, on a thread of the faults.
     *
     * @return cancels it
     */
    Runnable in(Duration delay, Runnable action);
}
