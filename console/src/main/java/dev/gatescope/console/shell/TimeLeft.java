package dev.gatescope.console.shell;

import java.time.Duration;
import java.time.Instant;

/** How long something lasts yet, as people read a countdown. For any thread. */
public final class TimeLeft {
    private TimeLeft() {}

    /** Minutes and seconds until an instant, such as {@code 0:42}; never less than nothing. */
    public static String until(Instant end, Instant now) {
        // A second that has begun counts: 0:00 is over.
        long millis = Math.max(0, Duration.between(now, end).toMillis());
        long seconds = Math.ceilDiv(millis, 1_000L);
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
