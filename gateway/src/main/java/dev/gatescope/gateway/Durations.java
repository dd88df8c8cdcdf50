package dev.gatescope.gateway;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Durations as options take them. */
public final class Durations {
    private static final Duration MOST = Duration.ofDays(365);

    private Durations() {}

    /**
     * An ISO-8601 duration.
     *
     * @throws InvalidOption where it is none, or shorter than the least, or longer than a year
     */
    public static Duration parse(String option, String text, Duration least) throws InvalidOption {
        try {
            var duration = Duration.parse(text);
            if (duration.compareTo(least) >= 0 && duration.compareTo(MOST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw new InvalidOption(
                option + " takes an ISO-8601 duration such as PT30S, " + least + " at least.");
    }
}
