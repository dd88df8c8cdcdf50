package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.EventNumbers;
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
    private final EventRows rows = new EventRows();
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
            add(where, values, "severity >= :s", "s", EventRows.rank(filter.severity()));
        }
        filter.since().ifPresent(at -> addFrom(where, values, "id >= :since", "since", at));
        filter.until().ifPresent(at -> addFrom(where, values, "id < :until", "until", at));
        filter.after().ifPresent(id -> add(where, values, "id > :after", "after", id));
        filter.before().ifPresent(id -> add(where, values, "id < :before", "before", id));
        if (!filter.demo()) {
            where.add("NOT demo");
        }
        var order = filter.after().isPresent() ? " ORDER BY id" : " ORDER BY id DESC";
        return jdbi.withHandle(handle ->
                handle.createQuery(select(EventRows.COLUMNS, "event", where, order, filter.limit()))
                        .bindMap(values)
                        .map((row, _) -> rows.read(row))
                        .list());
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
        return closedConnections(where, values, filter.limit());
    }

    /** A closed connection by its number. */
    Optional<ConnectionInfo> closedConnection(long number) {
        return closedConnections(List.of("id = :id"), Map.of("id", number), 1).stream().findFirst();
    }

    /** Events of a time are those whose numbers are. */
    private static void addFrom(
            List<String> where,
            Map<String, Object> values,
            String clause,
            String name,
            long epochMillis) {
        add(where, values, clause, name, EventNumbers.firstAt(epochMillis));
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

    private List<ConnectionInfo> closedConnections(
            List<String> where, Map<String, ?> values, int limit) {
        var query = select("body", "closed_connection", where, " ORDER BY id DESC", limit);
        return jdbi.withHandle(handle ->
                handle.createQuery(query)
                        .bindMap(values)
                        .map((row, _) -> json.readValue(row.getString(1), ConnectionInfo.class))
                        .list());
    }

    private static String select(
            String columns, String table, List<String> where, String order, int limit) {
        var condition = where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where);
        return "SELECT " + columns + " FROM " + table + condition + order + " LIMIT " + limit;
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
