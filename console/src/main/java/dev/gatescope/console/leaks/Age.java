package dev.gatescope.console.leaks;

import dev.gatescope.shared.admin.LeakInfo;

import java.time.Duration;
import java.time.Instant;

/** How long something was held, in words. */
final class Age {
    private Age() {}

    /** Until now while it is leaked, else until it was given back. */
    static String of(LeakInfo leak, Instant now) {
        return words(leak.acquired(), leak.endedAt() == null ? now : leak.endedAt());
    }

    static String words(Instant from, Instant until) {
        var age = Duration.between(from, until);
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (age.toHours() == 0) {
            return "%d min %02d s".formatted(age.toMinutes(), age.toSecondsPart());
        }
        return age.toDays() == 0
                ? "%d h %02d min".formatted(age.toHours(), age.toMinutesPart())
                : "%d d %02d h".formatted(age.toDays(), age.toHoursPart());
    }
}
