package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.journal.ClosedFilter;
import dev.gatescope.gateway.journal.EventJournal;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.shared.admin.ConnectionInfo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The journal's closed connections, those that opened last first, read in chunks as they are asked
 * for: most lists end before the second.
 */
final class StoredConnections implements Iterator<ConnectionInfo> {
    private static final int CHUNK = 1_000;

    private final EventJournal journal;
    private final ConnectionQuery query;
    private final long closedSince;
    private final long closedUntil;
    private final Deque<ConnectionInfo> chunk = new ArrayDeque<>();
    private long before;
    private int left;

    /**
     * @param closedUntil what closed then or later is known otherwise
     * @param before only connections with a smaller number
     * @param most how many are read before this ends, whatever else is stored
     */
    StoredConnections(
            EventJournal journal,
            ConnectionQuery query,
            long closedSince,
            long closedUntil,
            long before,
            int most) {
        this.journal = journal;
        this.query = query;
        this.closedSince = closedSince;
        this.closedUntil = closedUntil;
        this.before = before;
        this.left = query.mayBeClosed() ? most : 0;
    }

    @Override
    public boolean hasNext() {
        if (chunk.isEmpty() && left > 0) {
            var wanted = Math.min(CHUNK, left);
            chunk.addAll(
                    journal.closedConnections(
                            new ClosedFilter(
                                    closedSince,
                                    closedUntil,
                                    before,
                                    query.user(),
                                    query.demo(),
                                    wanted)));
            left = chunk.size() < wanted ? 0 : left - wanted;
            before = chunk.isEmpty() ? 0 : Ids.connection(chunk.getLast().id()).orElse(0);
        }
        return !chunk.isEmpty();
    }

    @Override
    public ConnectionInfo next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return chunk.removeFirst();
    }
}
