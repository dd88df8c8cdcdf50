package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.sessions.Database;

import org.jdbi.v3.core.Jdbi;

/**
 * Deletes what is too old or too much, a few chunks at a time so that the writer is never away for
 * long; for the journal's own thread.
 */
final class JournalRetention {
    private static final int AT_ONCE = 16;
    private static final long NOT_COUNTED_YET = -1;
    private static final String BYTES =
            "SELECT COALESCE(SUM(OCTET_LENGTH(events) + OCTET_LENGTH(closed)), 0) FROM chunk";

    private final Jdbi jdbi;
    private long bytes = NOT_COUNTED_YET;

    JournalRetention(Database database) {
        jdbi = Jdbi.create(database::connectionOfItsOwn);
    }

    /** So many bytes were written. */
    void added(long more) {
        if (bytes != NOT_COUNTED_YET) {
            bytes += more;
        }
    }

    /** How many bytes all chunks have; counted once, as that reads them all. */
    long bytes() {
        if (bytes == NOT_COUNTED_YET) {
            bytes = number(BYTES);
        }
        return bytes;
    }

    /** Deletes some of what happened before a time; whether more of it may be left. */
    boolean deleteBefore(long epochMillis) {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM rollup WHERE minute_at < ?", epochMillis);
            handle.commit();
        });
        return deleteOldest(EventNumbers.firstAt(epochMillis));
    }

    /** Deletes some of what is oldest; whether there was anything. */
    boolean deleteOldest() {
        return deleteOldest(Long.MAX_VALUE);
    }

    private boolean deleteOldest(long end) {
        var upTo =
                number(
                        "SELECT COALESCE(MAX(last_id), 0) FROM (SELECT last_id FROM chunk"
                                + " WHERE last_id < ? ORDER BY last_id FETCH FIRST "
                                + AT_ONCE
                                + " ROWS ONLY)",
                        end);
        if (upTo == 0) {
            return false;
        }
        var fewer = number(BYTES + " WHERE last_id <= ?", upTo);
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM chunk WHERE last_id <= ?", upTo);
            handle.execute("DELETE FROM chunk_of_neighbours WHERE last_id <= ?", upTo);
            handle.commit();
        });
        added(-fewer);
        return true;
    }

    private long number(String query, Object... values) {
        return jdbi.withHandle(handle -> handle.select(query, values).mapTo(Long.class).one());
    }
}
