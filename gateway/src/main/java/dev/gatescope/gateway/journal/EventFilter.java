package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.shared.admin.Severity;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.StringJoiner;

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
    /** So far from the greatest number that reckoning with it does not overflow. */
    private static final long NO_END = Long.MAX_VALUE - Chunk.MOST_NUMBERS;

    /** The newest events of all, for the withers to narrow down. */
    public static EventFilter newest(int limit) {
        var any = OptionalLong.empty();
        return new EventFilter(List.of(), any, null, null, any, any, any, any, true, limit);
    }

    /** The events of one connection, oldest first. */
    static EventFilter ofConnection(long connection, int limit) {
        return newest(limit).withConnection(connection).withAfter(0);
    }

    /** Of these types, or of types that begin so where one ends with a dot. */
    public EventFilter withTypes(String... those) {
        return new EventFilter(
                List.of(those),
                connection,
                user,
                severity,
                since,
                until,
                after,
                before,
                demo,
                limit);
    }

    /** The one event of this number. */
    static EventFilter ofEvent(long number) {
        return newest(1).withAfter(number - 1).withBefore(number + 1);
    }

    /** About this connection. */
    EventFilter withConnection(long number) {
        return new EventFilter(
                types,
                OptionalLong.of(number),
                user,
                severity,
                since,
                until,
                after,
                before,
                demo,
                limit);
    }

    /** About this user. */
    EventFilter withUser(String name) {
        return new EventFilter(
                types, connection, name, severity, since, until, after, before, demo, limit);
    }

    /** As bad as this, or worse. */
    EventFilter withSeverity(Severity least) {
        return new EventFilter(
                types, connection, user, least, since, until, after, before, demo, limit);
    }

    /** Between two times in milliseconds since 1970, the second not included. */
    public EventFilter withTimes(long from, long to) {
        return new EventFilter(
                types,
                connection,
                user,
                severity,
                OptionalLong.of(from),
                OptionalLong.of(to),
                after,
                before,
                demo,
                limit);
    }

    /** With a greater id than this one, oldest first. */
    public EventFilter withAfter(long id) {
        return new EventFilter(
                types,
                connection,
                user,
                severity,
                since,
                until,
                OptionalLong.of(id),
                before,
                demo,
                limit);
    }

    /** With a smaller id than this one. */
    EventFilter withBefore(long id) {
        return new EventFilter(
                types,
                connection,
                user,
                severity,
                since,
                until,
                after,
                OptionalLong.of(id),
                demo,
                limit);
    }

    /** Without those of demo traffic. */
    EventFilter withoutDemo() {
        return new EventFilter(
                types, connection, user, severity, since, until, after, before, false, limit);
    }

    boolean oldestFirst() {
        return after.isPresent();
    }

    /** Whether this is one of the events to look for; demo traffic has chunks of its own. */
    boolean wants(StoredEvent event) {
        return event.id() >= first()
                && event.id() < end()
                && (connection.isEmpty()
                        || Objects.equals(event.connection(), connection.getAsLong()))
                && (user == null || user.equals(event.user()))
                && (severity == null || event.severity().compareTo(severity) >= 0)
                && (types.isEmpty() || types.stream().anyMatch(type -> isOf(event, type)));
    }

    private static boolean isOf(StoredEvent event, String type) {
        return type.endsWith(".") ? event.type().startsWith(type) : event.type().equals(type);
    }

    /** Passes by the chunks that have no such events; the bounds of both ends use their indices. */
    void narrow(ChunkSearch search) {
        search.where("c.last_id >= :first", "first", first())
                .where("c.last_id < :lastEnd", "lastEnd", end() + Chunk.MOST_NUMBERS)
                .where("c.first_id < :end", "end", end())
                .where("c.first_id > :firstEnd", "firstEnd", first() - Chunk.MOST_NUMBERS);
        if (connection.isPresent()) {
            search.ofConnection(connection.getAsLong());
        }
        if (user != null) {
            search.where("LOCATE(:user, c.users) > 0", "user", "\n" + user + "\n");
        }
        if (severity != null) {
            search.where("c.worst >= :severity", "severity", Chunk.rank(severity));
        }
        if (!demo) {
            search.where("NOT c.demo");
        }
        if (!types.isEmpty()) {
            narrowToTypes(search);
        }
    }

    private void narrowToTypes(ChunkSearch search) {
        var anyOf = new StringJoiner(" OR ", "(", ")");
        for (var i = 0; i < types.size(); i++) {
            var name = "type" + i;
            var type = types.get(i);
            anyOf.add("LOCATE(:" + name + ", c.types) > 0");
            search.bind(name, "\n" + (type.endsWith(".") ? type : type + "\n"));
        }
        search.where(anyOf.toString());
    }

    /** The first number that an event may have; a time says it as well. */
    private long first() {
        var from = since.isPresent() ? EventNumbers.firstAt(since.getAsLong()) : 0;
        var next = after.isPresent() ? Math.min(after.getAsLong(), NO_END) + 1 : 0;
        return Math.max(0, Math.max(from, next));
    }

    /** The first number that an event may not have any more. */
    private long end() {
        var to = until.isPresent() ? EventNumbers.firstAt(until.getAsLong()) : NO_END;
        return Math.min(Math.min(to, before.orElse(NO_END)), NO_END);
    }
}
