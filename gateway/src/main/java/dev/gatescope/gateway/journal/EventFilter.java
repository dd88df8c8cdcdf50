package dev.gatescope.gateway.journal;

import dev.gatescope.shared.admin.Severity;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalLong;

/**
 * Which events to look for; what is not given does not filter.
 *
 * @param types exact types, or beginnings that end with a dot
 * @param connection the number of a connection
 * @param severity this or worse
 * @param since not before, in milliseconds since 1970
 * @param until before
 * @param after only events with a greater id, oldest first
 * @param before only events with a smaller id, newest first
 * @param demo whether demo traffic's events are wanted
 */
public record EventFilter(
        List<String> types,
        OptionalLong connection,
        @Nullable String user,
        @Nullable Severity severity,
        OptionalLong since,
        OptionalLong until,
        OptionalLong after,
        OptionalLong before,
        boolean demo,
        int limit) {
    /** The events of one connection, oldest first. */
    static EventFilter ofConnection(long connection, int limit) {
        return new EventFilter(
                List.of(),
                OptionalLong.of(connection),
                null,
                null,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(0),
                OptionalLong.empty(),
                true,
                limit);
    }
}
