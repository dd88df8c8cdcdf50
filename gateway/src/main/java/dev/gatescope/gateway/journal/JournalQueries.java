package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.HistoryPoint;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the journal's tables. Safe from any thread. */
final class JournalQueries {
    private static final int MOST_SECONDS = 10;

    private final Jdbi jdbi;
    private final JsonMapper json = AdminJson.mapper();

    JournalQueries(Database database) {
        jdbi = Jdbi.create(database::connection);
        jdbi.getConfig(SqlStatements.class).setQueryTimeout(MOST_SECONDS);
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
            add(where, values, "severity >= :s", "s", JournalWriter.rank(filter.severity()));
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

    /** Closed connections, those that opened last first. */
    List<ConnectionInfo> closedConnections(ClosedFilter filter) {
        var where = new ArrayList<String>();
        var values = new TreeMap<String, Object>();
        add(where, values, "closed_at >= :since", "since", filter.closedSince());
        add(where, values, "closed_at < :until", "until", filter.closedUntil());
        add(where, values, "id < :before", "before", filter.before());
        if (filter.user() != null) {
            add(where, values, "username = :u", "u", filter.user());
        }
        if (!filter.demo()) {
            where.add("NOT demo");
        }
        return bodies(
                "closed_connection",
                where,
                values,
                " ORDER BY id DESC",
                filter.limit(),
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

    private long number(String query) {
        return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
