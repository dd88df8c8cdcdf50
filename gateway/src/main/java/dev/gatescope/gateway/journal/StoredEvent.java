package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An event as the journal keeps it: numbers where readers see ids and times, as they are shorter.
 *
 * @param connection the connection's number; none where it is about no connection
 * @param cause 0 where there is none
 */
record StoredEvent(
        long id,
        long at,
        String type,
        Severity severity,
        @Nullable Long connection,
        @Nullable String user,
        long cause,
        @Nullable List<Long> also,
        @Nullable List<Long> faults,
        String message,
        Map<String, Object> data) {
    static StoredEvent of(Occurrence event) {
        var fact = event.fact();
        var connection = event.connection();
        return new StoredEvent(
                event.id(),
                event.epochMillis(),
                fact.type(),
                fact.severity(),
                connection == null ? null : connection.number(),
                event.user(),
                event.cause(),
                orNone(event.also()),
                orNone(event.faults()),
                fact.sentence(),
                fact.data());
    }

    /** What is mostly empty is not worth its name in each event. */
    private static @Nullable List<Long> orNone(List<Long> numbers) {
        return numbers.isEmpty() ? null : numbers;
    }

    Event toEvent() {
        return new Event(
                Ids.eventText(id),
                Instant.ofEpochMilli(at),
                type,
                severity,
                connection == null ? null : Ids.text(connection),
                user,
                cause == LifecycleHub.NONE ? null : Ids.eventText(cause),
                also == null ? null : Words.texts(also, Ids::eventText),
                faults == null ? null : Words.texts(faults, Ids::faultText),
                message,
                data);
    }
}
