package dev.gatescope.shared.admin;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One thing that happened.
 *
 * @param id {@code evt_} and 16 hex digits; ids sort by time
 * @param type such as {@code connection.ready}; a newer gateway may send types that this version
 *     does not know
 * @param cause the id of the event that caused this one
 * @param also further causes
 * @param faults the injected faults that had a hand in it
 * @param message one plain sentence
 * @param data the event's own fields
 */
public record Event(
        String id,
        Instant time,
        String type,
        Severity severity,
        @Nullable String connection,
        @Nullable String user,
        @Nullable String cause,
        @Nullable List<String> also,
        @Nullable List<String> faults,
        String message,
        Map<String, Object> data) {}
