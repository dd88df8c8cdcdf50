package dev.gatescope.console.overview;

import dev.gatescope.console.feed.Link;
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

    static String of(Link link, @Nullable Snapshot newest, Instant now) {
        String why = link.why() == null ? "" : " " + link.why();
        if (newest == null) {
            return "Connecting to the gateway; figures appear here as soon as it answers." + why;
        }
        return "The gateway is not reachable. These figures are from %s, %s ago.%s"
                .formatted(SECOND.format(newest.time()), age(newest.time(), now), why);
    }

    private static String age(Instant then, Instant now) {
        var age = Duration.between(then, now);
        return age.toMinutes() == 0
                ? Math.max(0, age.toSeconds()) + " s"
                : "%d min %02d s".formatted(age.toMinutes(), age.toSecondsPart());
    }
}
