package dev.gatescope.gateway.why;

import dev.gatescope.shared.admin.Event;

/** An event's own fields, as text: they come from facts, or as JSON from the journal. */
final class Data {
    private Data() {}

    /** A field; empty where it is missing. */
    static String text(Event event, String field) {
        var value = event.data().get(field);
        return value == null ? "" : value.toString();
    }

    /** Whether a field is there and says something. */
    static boolean has(Event event, String field) {
        return !text(event, field).isEmpty();
    }
}
