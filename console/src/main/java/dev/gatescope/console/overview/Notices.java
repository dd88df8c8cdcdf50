package dev.gatescope.console.overview;

import dev.gatescope.shared.admin.Snapshot;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What the overview says while no figures come. Pure text, for any thread. */
final class Notices {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private Notices() {}

    static String of(@Nullable Snapshot newest, Instant now) {
        return newest == null
                ? "Figures appear here as soon as the gateway answers."
                : "These figures are from %s, %s ago."
                        .formatted(SECOND.format(newest.time()), age(newest.time(), now));
    }

    private static String age(Instant then, Instant now) {
        var age = Duration.between(then, now);
        return age.toMinutes() == 0
                ? Math.max(0, age.toSeconds()) + " s"
                : "%d min %02d s".formatted(age.toMinutes(), age.toSecondsPart());
    }
}
