package dev.gatescope.console.events;

import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Everything that an event says, as names and values for people. */
final class EventFields {
    /** What a value is good for. */
    enum Kind {
        TEXT,
        /** Can be looked for elsewhere, so people want to copy it. */
        ID,
        /** The id of another event, which can be opened. */
        EVENT
    }

    /** One line. */
    record Field(String name, String value, Kind kind) {}

    private final List<Field> fields = new ArrayList<>();

    private EventFields() {}

    /** The fields of an event: who and why first, then its own data by name. */
    static List<Field> of(Event event) {
        var lines = new EventFields();
        lines.add("id", event.id(), Kind.ID);
        lines.add("time", event.time().toString(), Kind.TEXT);
        lines.add("connection", event.connection(), Kind.ID);
        lines.add("user", event.user(), Kind.ID);
        lines.add("caused by", event.cause(), Kind.EVENT);
        lines.addAll("also caused by", event.also(), Kind.EVENT);
        lines.addAll("fault", event.faults(), Kind.ID);
        new TreeMap<>(event.data())
                .forEach((name, value) -> lines.add(words(name), text(value), Kind.TEXT));
        return List.copyOf(lines.fields);
    }

    private void addAll(String name, @Nullable List<String> values, Kind kind) {
        if (values != null) {
            values.forEach(value -> add(name, value, kind));
        }
    }

    private void add(String name, @Nullable String value, Kind kind) {
        if (value != null) {
            fields.add(new Field(name, value, kind));
        }
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
