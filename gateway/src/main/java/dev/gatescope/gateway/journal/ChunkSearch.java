package dev.gatescope.gateway.journal;

import org.jdbi.v3.core.Jdbi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A search through the chunks in one order, as conditions on their columns. They are read a few at
 * a time, as most searches end soon. For one thread.
 */
final class ChunkSearch {
    private static final int FEWEST = 4;
    private static final int MOST = 64;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** By which columns, descending or not, and which column is read. */
    enum Order {
        EVENTS_OLDEST_FIRST("first_id", "last_id", false, "events"),
        EVENTS_NEWEST_FIRST("last_id", "first_id", true, "events"),
        CLOSED_LAST_OPENED_FIRST("last_closed", "last_id", true, "closed");

        private final String edge;
        private final String then;
        private final String direction;
        private final String beyond;
        private final String body;

        Order(String edge, String then, boolean descending, String body) {
            this.edge = edge;
            this.then = then;
            this.direction = descending ? " DESC" : "";
            this.beyond = descending ? "<" : ">";
            this.body = body;
        }
    }

    /** Takes what was found, in order. */
    @FunctionalInterface
    interface Taker {
        /**
         * Takes a chunk.
         *
         * @param edge nothing in this chunk, nor in those after it, comes before this number
         * @return whether more is wanted
         */
        boolean take(long edge, byte[] body);
    }

    private static final class Found {
        final long edge;
        final long then;
        final byte[] body;

        Found(long edge, long then, byte[] body) {
            this.edge = edge;
            this.then = then;
            this.body = body;
        }
    }

    private final Order order;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new TreeMap<>();
    private String from = "chunk c";

    ChunkSearch(Order order) {
        this.order = order;
    }

    /** Only chunks of which this is true; {@code :name} stands for the value. */
    ChunkSearch where(String condition, String name, Object value) {
        bind(name, value);
        return where(condition);
    }

    /** Says what {@code :name} stands for. */
    void bind(String name, Object value) {
        values.put(name, value);
    }

    ChunkSearch where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Only chunks that tell of this connection, or of a neighbour. */
    ChunkSearch ofConnection(long number) {
        from =
                "chunk_of_neighbours o JOIN chunk c"
                        + " ON c.last_id = o.last_id AND c.first_id = o.first_id";
        return where("o.neighbours = :neighbours", "neighbours", Chunk.neighbours(number));
    }

    /**
     * Gives the chunks to a taker until it wants no more.
     *
     * @throws JournalUnavailable where that takes too long
     */
    void forEach(Jdbi jdbi, Taker taker) {
        var began = System.nanoTime();
        var most = FEWEST;
        var page = page(jdbi, "", most);
        while (true) {
            for (var found : page) {
                if (!taker.take(found.edge, found.body)) {
                    return;
                }
            }
            if (page.size() < most) {
                return;
            }
            if (System.nanoTime() - began > MOST_NANOS) {
                throw new JournalUnavailable(new TimeoutException("the search took too long"));
            }
            most = Math.min(most * 2, MOST);
            page = page(jdbi, after(page.getLast()), most);
        }
    }

    /** The first part of the condition is what the index is searched by. */
    private String after(Found last) {
        values.put("edge", last.edge);
        values.put("then", last.then);
        return " AND c.%2$s %1$s= :edge AND (c.%2$s %1$s :edge OR c.%3$s %1$s :then)"
                .formatted(order.beyond, order.edge, order.then);
    }

    private List<Found> page(Jdbi jdbi, String after, int most) {
        var query =
                "SELECT c.%s, c.%s, c.%s FROM %s WHERE %s%s ORDER BY c.%s%s, c.%s%s LIMIT %d"
                        .formatted(
                                order.edge,
                                order.then,
                                order.body,
                                from,
                                String.join(" AND ", conditions),
                                after,
                                order.edge,
                                order.direction,
                                order.then,
                                order.direction,
                                most);
        return jdbi.withHandle(handle ->
                handle.createQuery(query)
                        .bindMap(values)
                        .map((row, _) -> new Found(row.getLong(1), row.getLong(2), row.getBytes(3)))
                        .list());
    }
}
