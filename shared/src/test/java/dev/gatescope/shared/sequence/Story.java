package dev.gatescope.shared.sequence;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The events of a connection, told one after the other, a millisecond apart. */
final class Story {
    static final String ID = "conn_00000000000a";

    private final List<Event> events = new ArrayList<>();
    private long millis;

    /** A connection of the fixed flow that is ready. */
    static Story fixed() {
        return new Story()
                .then("connection.opened")
                .then("connection.accepted", "subprotocol", "jwt-auth")
                .then("connection.authenticated", "user", "alice", "auth", "subprotocol")
                .then("handler.added", "fallback", false)
                .then("connection.registered", "types", 5)
                .then("message.sent", "type", "connection_established")
                .then("connection.ready");
    }

    /** The incident's: authenticated before it was accepted, welcomed without a handler. */
    static Story legacy() {
        return new Story()
                .then("connection.opened")
                .then("connection.authenticated", "user", "alice", "auth", "header")
                .then("connection.accepted")
                .then("registration.failed", "reason", "missing_dependency")
                .then("message.sent", "type", "connection_established")
                .then("message.received", "type", "chat")
                .then("message.failed", "type", "chat", "code", "NO_HANDLER")
                .then("message.sent", "type", "error");
    }

    Story then(String type, Object... data) {
        return add(type, type + " happened.", data);
    }

    private Story add(String type, String message, Object... data) {
        Map<String, Object> fields =
                switch (data.length) {
                    case 0 -> Map.of();
                    case 2 -> Map.of((String) data[0], data[1]);
                    case 4 -> Map.of((String) data[0], data[1], (String) data[2], data[3]);
                    default ->
                            Map.of(
                                    (String) data[0],
                                    data[1],
                                    (String) data[2],
                                    data[3],
                                    (String) data[4],
                                    data[5]);
                };
        events.add(
                new Event(
                        "evt_%016x".formatted(events.size()),
                        Instant.parse("2026-03-01T12:00:00Z").plusMillis(millis++),
                        type,
                        type.endsWith("failed") ? Severity.ERROR : Severity.INFO,
                        ID,
                        "alice",
                        null,
                        null,
                        null,
                        message,
                        fields));
        return this;
    }

    /** Something happens that says this of itself. */
    Story saying(String type, String sentence) {
        return add(type, sentence);
    }

    Story chat() {
        return then("message.received", "type", "chat")
                .then("session.opened", "session", 1)
                .then("session.committed", "session", 1)
                .then("session.closed", "session", 1)
                .then("message.sent", "type", "agent_response")
                .then("message.routed", "type", "chat");
    }

    Story ping() {
        return then("message.received", "type", "ping")
                .then("message.sent", "type", "pong")
                .then("message.routed", "type", "ping");
    }

    Story closedByClient() {
        return then("connection.closed", "code", 1000, "initiator", "client", "reason", "");
    }

    Story pause(long length) {
        millis += length;
        return this;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    SequenceDiagram diagram() {
        return SequenceDiagram.of(ID, events);
    }
}
