package dev.gatescope.console.timeline;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * An event on a connection's timeline.
 *
 * @param since how long after the connection was opened it happened, in words
 * @param step whether it is a step in the connection's life, rather than one of its messages
 */
record Moment(Event event, String since, boolean step) {
    static Moment of(Event event, Instant openedAt) {
        return new Moment(
                event,
                "+" + words(Duration.between(openedAt, event.time())),
                event.type().startsWith("connection."));
    }

    /** Whether one may want to know why it happened. */
    boolean explicable() {
        return event.severity().compareTo(Severity.WARNING) >= 0;
    }

    /** A length of time, as exact as it matters. */
    static String words(Duration length) {
        long millis = Math.max(0, length.toMillis());
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
        }
        return length.toHours() == 0
                ? "%d min %02d s".formatted(length.toMinutes(), length.toSecondsPart())
                : "%d h %02d min".formatted(length.toHours(), length.toMinutesPart());
    }
}
