package dev.gatescope.console.connections;

import dev.gatescope.console.chart.Unit;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/** How the facts of a connection are written. Pure text, for any thread. */
final class Facts {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter MILLI =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private static final Set<String> ENDS = Set.of("connection.rejected", "connection.closed");

    private Facts() {}

    static boolean isClosed(ConnectionInfo connection) {
        return connection.state().equals("closed");
    }

    /** The state in a word; of a closed connection how it went, if it did not go well. */
    static String stateWord(ConnectionInfo connection) {
        String outcome = connection.outcome();
        return isClosed(connection) && outcome != null && !outcome.equals("ready")
                ? outcome
                : connection.state();
    }

    /**
     * The event that tells how a connection failed as a whole; empty while it has not, and until
     * its timeline is known.
     */
    static String failure(ConnectionInfo connection) {
        var timeline = connection.timeline();
        if (timeline == null || stateWord(connection).equals(connection.state())) {
            return "";
        }
        return timeline.stream()
                .filter(event -> ENDS.contains(event.type()))
                .max(Comparator.comparing(Event::severity).thenComparing(Event::id))
                .map(Event::id)
                .orElse("");
    }

    static String time(@Nullable Instant time) {
        return time == null ? "" : SECOND.format(time);
    }

    static String exactTime(@Nullable Instant time) {
        return time == null ? "" : MILLI.format(time);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String bytes(long bytes) {
        return Unit.BYTES.text(bytes);
    }

    static String millis(@Nullable Double millis) {
        return millis == null ? "" : String.format(Locale.ROOT, "%.1f ms", millis);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static String close(ConnectionInfo connection) {
        var close = connection.close();
        return close == null ? "" : close.code() + " " + close.meaning();
    }
}
