package dev.gatescope.shared.protocol;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Time stamps as every frame and body shows them: ISO-8601, UTC, always with three decimals.
 *
 * <p>Safe from any thread. The text of the current second is kept, since a busy gateway stamps
 * thousands of frames within it.
 */
public final class Timestamps {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'.'").withZone(ZoneOffset.UTC);

    private record Second(long epochSecond, String text) {}

    private volatile Second last = new Second(0, "1970-01-01T00:00:00.");

    /** The text of an instant given in milliseconds since 1970. */
    public String of(long epochMillis) {
        var epochSecond = Math.floorDiv(epochMillis, 1000L);
        var second = last;
        if (second.epochSecond != epochSecond) {
            second = new Second(epochSecond, SECONDS.format(Instant.ofEpochSecond(epochSecond)));
            last = second;
        }
        var millis = Math.floorMod(epochMillis, 1000);
        return second.text
                + (char) ('0' + millis / 100)
                + (char) ('0' + millis / 10 % 10)
                + (char) ('0' + millis % 10)
                + 'Z';
    }

    /** The text of an instant; what is finer than a millisecond is cut off. */
    public String of(Instant instant) {
        return of(instant.toEpochMilli());
    }
}
