package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.shared.admin.AdminJson;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

import tools.jackson.databind.ObjectWriter;

import java.sql.SQLException;
import java.util.List;

/**
 * Adds to the journal's tables; for the journal's own thread. It must not wait for requests that
 * hold all of the pool, for that is when the journal matters: so its connections are its own. What
 * is there already, as when an earlier try was committed but not answered, does no harm.
 */
final class JournalWriter {
    private final Jdbi jdbi;
    private final ObjectWriter json = AdminJson.mapper().writer().withRootValueSeparator("\n");

    JournalWriter(Database database) {
        jdbi = Jdbi.create(database::connectionOfItsOwn);
    }

    /** Adds events and the connections that they say have closed, all or none; their bytes. */
    long write(List<Occurrence> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        var chunks = Chunk.of(batch, json);
        change(handle -> {
            for (var chunk : chunks) {
                insert(handle, chunk);
                insertNeighbours(handle, chunk);
            }
        });
        return chunks.stream().mapToLong(Chunk::bytes).sum();
    }

    private static void insert(Handle handle, Chunk chunk) {
        handle.execute(
                "MERGE INTO chunk (last_id, first_id, demo, worst, types, users, events,"
                        + " last_closed, closed) KEY (last_id, first_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                chunk.lastId(),
                chunk.firstId(),
                chunk.demo(),
                Chunk.rank(chunk.worst()),
                chunk.types(),
                chunk.users(),
                chunk.events(),
                chunk.lastClosed(),
                chunk.closed());
    }

    /**
     * With plain JDBC: naming and wrapping each value would cost as much as the database itself.
     */
    private static void insertNeighbours(Handle handle, Chunk chunk) throws SQLException {
        try (var batch =
                handle.getConnection()
                        .prepareStatement(
                                "MERGE INTO chunk_of_neighbours (neighbours, last_id, first_id)"
                                        + " VALUES (?, ?, ?)")) {
            for (var neighbours : chunk.neighbours()) {
                batch.setLong(1, neighbours);
                batch.setLong(2, chunk.lastId());
                batch.setLong(3, chunk.firstId());
                batch.addBatch();
            }
            batch.executeBatch();
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
}
