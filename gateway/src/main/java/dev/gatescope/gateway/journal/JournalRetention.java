package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.sessions.Database;

import org.jdbi.v3.core.Jdbi;

/**
 * Deletes what is too old or too much, a chunk at a time so that the writer is never away for long;
 * for the journal's own thread.
 */
final class JournalRetention {
    private static final int CHUNK = 10_000;
    private static final int SAMPLE = 1_000;
    private static final int BYTES_BESIDE_TEXT = 100;

    private final Jdbi jdbi;

    JournalRetention(Database database) {
        jdbi = Jdbi.create(database::connectionOfItsOwn);
    }

    /** Deletes a chunk of what happened before a time; whether more of it may be left. */
    boolean deleteBefore(long epochMillis) {
        var deleted =
                delete("event WHERE id < ?", EventNumbers.firstAt(epochMillis))
                        + delete("closed_connection WHERE closed_at < ?", epochMillis)
                        + delete("rollup WHERE minute_at < ?", epochMillis);
        return deleted >= CHUNK;
    }

    private int delete(String which, long value) {
        return jdbi.withHandle(handle -> {
            var deleted =
                    handle.execute(
                            "DELETE FROM " + which + " FETCH FIRST " + CHUNK + " ROWS ONLY", value);
            handle.commit();
            return deleted;
        });
    }

    /** About how many bytes events and connections take, judged by the newest of them. */
    long estimatedBytes() {
        return estimatedBytes("event", "OCTET_LENGTH(message) + OCTET_LENGTH(data)")
                + estimatedBytes("closed_connection", "OCTET_LENGTH(body)");
    }

    private long estimatedBytes(String table, String bytesOfRow) {
        var rows = number("SELECT COUNT(*) FROM " + table);
        var bytesEach =
                number(
                        "SELECT COALESCE(AVG(bytes), 0) FROM (SELECT "
                                + bytesOfRow
                                + " AS bytes FROM "
                                + table
                                + " ORDER BY id DESC FETCH FIRST "
                                + SAMPLE
                                + " ROWS ONLY)");
        return rows * (bytesEach + BYTES_BESIDE_TEXT);
    }

    /** Deletes a chunk of what is oldest; whether there was anything. */
    boolean deleteOldest() {
        return deleteOldest("event") + deleteOldest("closed_connection") > 0;
    }

    private int deleteOldest(String table) {
        var upTo =
                number(
                        "SELECT COALESCE(MAX(id), 0) FROM (SELECT id FROM "
                                + table
                                + " ORDER BY id FETCH FIRST "
                                + CHUNK
                                + " ROWS ONLY)");
        return delete(table + " WHERE id <= ?", upTo);
    }

    private long number(String query) {
        return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
