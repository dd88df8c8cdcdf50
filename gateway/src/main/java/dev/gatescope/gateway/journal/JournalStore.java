package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.HistoryPoint;
import dev.gatescope.shared.admin.Severity;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The journal's tables. Safe from any thread; only the journal's writer changes them. */
final class JournalStore {
    private static final int CHUNK = 10_000;

    private final Jdbi jdbi;
    private final JsonMapper json = AdminJson.mapper();

    JournalStore(Database database) {
        jdbi = Jdbi.create(database::connection);
    }

    /** Adds events and closed connections, all or none. */
    void write(List<Occurrence> events, List<Connection> closed) {
        change(handle -> {
            insertEvents(handle, events);
            insertConnections(handle, closed);
        });
    }

    /** The pool's connections commit only when told; what fails is undone as they go back. */
    private void change(HandleConsumer<RuntimeException> work) {
        jdbi.useHandle(handle -> {
            work.useHandle(handle);
            handle.commit();
        });
    }

    private void insertEvents(Handle handle, List<Occurrence> events) {
        if (events.isEmpty()) {
            return;
        }
        try (var batch =
                handle.prepareBatch(
                        "INSERT INTO event (id, at, type, severity, connection, username, demo,"
                                + " body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var event : events) {
                var connection = event.connection();
                batch.bind(0, event.id())
                        .bind(1, event.epochMillis())
                        .bind(2, event.fact().type())
                        .bind(3, rank(event.fact().severity()))
                        .bind(4, connection == null ? null : (Long) connection.number())
                        .bind(5, event.user())
                        .bind(6, connection != null && connection.origin().demo())
                        .bind(7, json.writeValueAsString(Words.event(event)))
                        .add();
            }
            batch.execute();
        }
    }

    private void insertConnections(Handle handle, List<Connection> closed) {
        if (closed.isEmpty()) {
            return;
        }
        try (var batch =
                handle.prepareBatch(
                        "INSERT INTO closed_connection (id, closed_at, username, demo, body)"
                                + " KEY (id) VALUES (?, ?, ?, ?, ?)")) {
            for (var connection : closed) {
                batch.bind(0, connection.number())
                        .bind(1, connection.closedAtMillis())
                        .bind(2, connection.user())
                        .bind(3, connection.origin().demo())
                        .bind(4, json.writeValueAsString(Words.connection(connection)))
                        .add();
            }
            batch.execute();
        }
    }

    /** Adds the figures of a minute. */
    void write(MinuteFigures minute) {
        change(handle -> {
            try (var batch =
                    handle.prepareBatch(
                            "MERGE INTO rollup (minute_at, figure, last_value, least, most, mean)"
                                    + " KEY (minute_at, figure) VALUES (?, ?, ?, ?, ?, ?)")) {
                minute.figures()
                        .forEach((name, figure) ->
                                batch.bind(0, minute.endMillis())
                                        .bind(1, name)
                                        .bind(2, figure.last())
                                        .bind(3, figure.least())
                                        .bind(4, figure.most())
                                        .bind(5, figure.mean())
                                        .add());
                batch.execute();
            }
        });
    }

    /** Events as the filter wants them, in its order. */
    List<Event> events(EventFilter filter) {
        var where = new ArrayList<String>();
        var values = new TreeMap<String, Object>();
        var types = new ArrayList<String>();
        for (var i = 0; i < filter.types().size(); i++) {
            var type = filter.types().get(i);
            types.add(type.endsWith(".") ? "LOCATE(:type" + i + ", type) = 1" : "type = :type" + i);
            values.put("type" + i, type);
        }
        if (!types.isEmpty()) {
            where.add("(" + String.join(" OR ", types) + ")");
        }
        filter.connection().ifPresent(number -> add(where, values, "connection = :c", "c", number));
        if (filter.user() != null) {
            add(where, values, "username = :u", "u", filter.user());
        }
        if (filter.severity() != null) {
            add(where, values, "severity >= :s", "s", rank(filter.severity()));
        }
        filter.since().ifPresent(at -> add(where, values, "at >= :since", "since", at));
        filter.until().ifPresent(at -> add(where, values, "at < :until", "until", at));
        filter.after().ifPresent(id -> add(where, values, "id > :after", "after", id));
        filter.before().ifPresent(id -> add(where, values, "id < :before", "before", id));
        if (!filter.demo()) {
            where.add("NOT demo");
        }
        var order = filter.after().isPresent() ? " ORDER BY id" : " ORDER BY id DESC";
        return bodies("event", where, values, order, filter.limit(), Event.class);
    }

    /** Connections closed at or after a time and before another, newest first. */
    List<ConnectionInfo> closedConnections(long since, long until, int limit) {
        Map<String, Object> values = Map.of("since", since, "until", until);
        return bodies(
                "closed_connection",
                List.of("closed_at >= :since", "closed_at < :until"),
                values,
                " ORDER BY closed_at DESC, id DESC",
                limit,
                ConnectionInfo.class);
    }

    /** A closed connection by its number. */
    Optional<ConnectionInfo> closedConnection(long number) {
        return bodies(
                        "closed_connection",
                        List.of("id = :id"),
                        Map.of("id", number),
                        "",
                        1,
                        ConnectionInfo.class)
                .stream()
                .findFirst();
    }

    private static void add(
            List<String> where,
            Map<String, Object> values,
            String clause,
            String name,
            Object value) {
        where.add(clause);
        values.put(name, value);
    }

    private <T> List<T> bodies(
            String table,
            List<String> where,
            Map<String, ?> values,
            String order,
            int limit,
            Class<T> type) {
        var condition = where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where);
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                "SELECT body FROM " + table + condition + order + " LIMIT " + limit)
                        .bindMap(values)
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .map(body -> json.readValue(body, type))
                        .toList());
    }

    /** The mean of each figure in each minute of a time, oldest first. */
    List<HistoryPoint> minutes(long since, long until) {
        var minutes = new TreeMap<Long, Map<String, Double>>();
        jdbi.useHandle(handle ->
                handle.createQuery(
                                "SELECT minute_at, figure, mean FROM rollup"
                                        + " WHERE minute_at >= :since AND minute_at < :until")
                        .bind("since", since)
                        .bind("until", until)
                        .map((row, _) ->
                                minutes.computeIfAbsent(
                                                row.getLong("minute_at"), _ -> new TreeMap<>())
                                        .put(row.getString("figure"), row.getDouble("mean")))
                        .list());
        return minutes.entrySet().stream()
                .map(e -> new HistoryPoint(Instant.ofEpochMilli(e.getKey()), e.getValue()))
                .toList();
    }

    /** The greatest number that an event, or a connection, has had here; 0 for none. */
    long greatestId(boolean ofEvents) {
        var table = ofEvents ? "event" : "closed_connection";
        return number("SELECT COALESCE(MAX(id), 0) FROM " + table);
    }

    /** Deletes what happened before a time. */
    void deleteBefore(long epochMillis) {
        execute("DELETE FROM event WHERE at < " + epochMillis);
        execute("DELETE FROM closed_connection WHERE closed_at < " + epochMillis);
        execute("DELETE FROM rollup WHERE minute_at < " + epochMillis);
    }

    /** About how many bytes the events take, judged by the newest. */
    long estimatedBytes() {
        var rows = number("SELECT COUNT(*) FROM event");
        var bytesEach =
                number(
                        "SELECT COALESCE(AVG(OCTET_LENGTH(body)), 0) FROM"
                                + " (SELECT body FROM event ORDER BY id DESC LIMIT 1000)");
        return rows * (bytesEach + 100);
    }

    /** Deletes the oldest events, so many that it is worth it. */
    void deleteOldest() {
        execute(
                "DELETE FROM event WHERE id <= (SELECT MAX(id) FROM"
                        + String.format(
                                Locale.ROOT,
                                " (SELECT id FROM event ORDER BY id LIMIT %d))",
                                CHUNK));
    }

    private long number(String query) {
        return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private void execute(String statement) {
        change(handle -> handle.execute(statement));
    }

    private static int rank(Severity severity) {
        return switch (severity) {
            case DEBUG -> 0;
            case INFO -> 1;
            case WARNING -> 2;
            case ERROR -> 3;
        };
    }
}
