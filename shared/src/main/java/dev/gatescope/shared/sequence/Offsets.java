package dev.gatescope.shared.sequence;

import java.util.Locale;

/** Times since a connection was opened, as exact as they matter. */
final class Offsets {
    private Offsets() {}

    /** One instant. */
    static String words(long millis) {
        if (millis < 1_000) {
            return "+" + millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "+%.2f s", millis / 1_000.0);
        }
        long seconds = millis / 1_000;
        return seconds < 3_600
                ? "+%d:%02d min".formatted(seconds / 60, seconds % 60)
                : "+%d:%02d h".formatted(seconds / 3_600, seconds / 60 % 60);
    }

    /** When an arrow was, from its first to its last event. */
    static String words(Row.Arrow arrow) {
        return arrow.count() == 1
                ? words(arrow.at())
                : words(arrow.at()) + " to " + words(arrow.until());
    }
}
