package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Events as rows of the journal, both ways. Written with plain JDBC: it is done eight times for
 * each connection, and naming and wrapping each value would cost as much as the database itself.
 */
final class EventRows {
    static final String COLUMNS =
            "id, at, type, severity, connection, username, demo, cause, also, message, data";

    private static final String INSERT =
            "INSERT INTO event (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String MERGE =
            "MERGE INTO event (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DUPLICATE_KEY = "23505";
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final JsonMapper json = AdminJson.mapper();

    /**
     * Adds events. One that is there already, as when an earlier try was committed but not
     * answered, does no harm: that is rare, and then only is each looked for.
     */
    void insert(Connection database, List<Occurrence> events) throws SQLException {
        var before = database.setSavepoint();
        try {
            write(database, INSERT, events);
        } catch (SQLException e) {
            if (!isDuplicate(e)) {
                throw e;
            }
            database.rollback(before);
            write(database, MERGE, events);
        }
    }

    private static boolean isDuplicate(SQLException e) {
        return DUPLICATE_KEY.equals(e.getSQLState())
                || (e.getNextException() != null && isDuplicate(e.getNextException()));
    }

    private void write(Connection database, String sql, List<Occurrence> events)
            throws SQLException {
        try (var batch = database.prepareStatement(sql)) {
            for (var event : events) {
                bind(batch, event);
                batch.addBatch();
            }
            batch.executeBatch();
        }
    }

    private void bind(PreparedStatement row, Occurrence event) throws SQLException {
        var fact = event.fact();
        var connection = event.connection();
        row.setLong(1, event.id());
        row.setLong(2, event.epochMillis());
        row.setString(3, fact.type());
        row.setInt(4, rank(fact.severity()));
        if (connection == null) {
            row.setNull(5, Types.BIGINT);
        } else {
            row.setLong(5, connection.number());
        }
        row.setString(6, event.user());
        row.setBoolean(7, connection != null && connection.origin().demo());
        bindEvent(row, 8, event.cause());
        bindEvent(row, 9, event.also());
        row.setString(10, fact.sentence());
        row.setString(11, json.writeValueAsString(fact.data()));
    }

    private static void bindEvent(PreparedStatement row, int column, long event)
            throws SQLException {
        if (event == LifecycleHub.NONE) {
            row.setNull(column, Types.BIGINT);
        } else {
            row.setLong(column, event);
        }
    }

    /** The event of a row that has all {@link #COLUMNS}. */
    Event read(ResultSet row) throws SQLException {
        var connection = row.getLong("connection");
        var connectionId = row.wasNull() ? null : Ids.text(connection);
        var also = event(row, "also");
        return new Event(
                Ids.eventText(row.getLong("id")),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("type"),
                severity(row.getInt("severity")),
                connectionId,
                row.getString("username"),
                event(row, "cause"),
                also == null ? null : List.of(also),
                null,
                row.getString("message"),
                json.readValue(row.getString("data"), DATA));
    }

    private static @Nullable String event(ResultSet row, String column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? null : Ids.eventText(number);
    }

    /** A severity as a number that grows with it. */
    static int rank(Severity severity) {
        return switch (severity) {
            case DEBUG -> 0;
            case INFO -> 1;
            case WARNING -> 2;
            case ERROR -> 3;
        };
    }

    private static Severity severity(int rank) {
        return switch (rank) {
            case 0 -> Severity.DEBUG;
            case 1 -> Severity.INFO;
            case 2 -> Severity.WARNING;
            default -> Severity.ERROR;
        };
    }
}
