package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.shared.admin.AdminJson;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

import tools.jackson.databind.json.JsonMapper;

import java.sql.SQLException;
import java.util.List;

/**
 * Adds to the journal's tables; for the journal's own thread. It must not wait for requests that
 * hold all of the pool, for that is when the journal matters: so its connections are its own.
 */
final class JournalWriter {
    private final Jdbi jdbi;
    private final EventRows rows = new EventRows();
    private final JsonMapper json = AdminJson.mapper();

    JournalWriter(Database database) {
        jdbi = Jdbi.create(database::connectionOfItsOwn);
    }

    /** Adds events and closed connections, all or none. */
    void write(List<Occurrence> events, List<Connection> closed) {
        if (!events.isEmpty()) {
            change(handle -> {
                rows.insert(handle.getConnection(), events);
                insertConnections(handle, closed);
            });
        }
    }

    /** What fails is undone as the connection is closed. */
    private void change(HandleConsumer<SQLException> work) {
        try {
            jdbi.useHandle(handle -> {
                work.useHandle(handle);
                handle.commit();
            });
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private void insertConnections(Handle handle, List<Connection> closed) {
        if (closed.isEmpty()) {
            return;
        }
        try (var batch =
                handle.prepareBatch(
                        "MERGE INTO closed_connection (id, closed_at, username, demo, body)"
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
}
