package dev.gatescope.console.events;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which events to show. Words that are blank do not filter; words match anywhere, in any case.
 *
 * @param atLeast the least severity
 * @param text looked for in message, type, connection and user
 */
record EventFilter(TypeChoice type, Severity atLeast, String connection, String user, String text)
        implements Predicate<Event> {
    static final EventFilter NONE = new EventFilter(TypeChoice.ALL, Severity.DEBUG, "", "", "");

    EventFilter {
        connection = plain(connection);
        user = plain(user);
        text = plain(text);
    }

    @Override
    public boolean test(Event event) {
        return event.severity().compareTo(atLeast) >= 0
                && type.matches(event.type())
                && has(event.connection(), connection)
                && has(event.user(), user)
                && (has(event.message(), text)
                        || has(event.type(), text)
                        || has(event.connection(), text)
                        || has(event.user(), text));
    }

    private static String plain(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean has(@Nullable String value, String part) {
        return part.isEmpty() || (value != null && value.toLowerCase(Locale.ROOT).contains(part));
    }
}
