package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.HistoryPoint;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads the journal's tables. Safe from any thread. */
final class JournalQueries {
    private static final int MOST_SECONDS = 10;

    private final Jdbi jdbi;
    private final ObjectReader events = AdminJson.mapper().readerFor(StoredEvent.class);
    private final ObjectReader connections = AdminJson.mapper().readerFor(ConnectionInfo.class);

    JournalQueries(Database database) {
        jdbi = Jdbi.create(database::connection);
        jdbi.getConfig(SqlStatements.class).setQueryTimeout(MOST_SECONDS);
    }

    /** Events as the filter wants them, in its order. */
    List<Event> events(EventFilter filter) {
        var search =
                new ChunkSearch(
                        filter.oldestFirst()
                                ? ChunkSearch.Order.EVENTS_OLDEST_FIRST
                                : ChunkSearch.Order.EVENTS_NEWEST_FIRST);
        filter.narrow(search);
        var order =
                filter.oldestFirst()
                        ? Comparator.<Long>naturalOrder()
                        : Comparator.<Long>reverseOrder();
        var merge = new Merge<>(StoredEvent::id, order, filter.limit());
        return run(search, merge, events, filter::wants).stream()
                .map(StoredEvent::toEvent)
                .toList();
    }

    /** Closed connections, those that opened last first. */
    List<ConnectionInfo> closedConnections(ClosedFilter filter) {
        var search =
                closedSearch()
                        .where(
                                "c.last_id >= :since",
                                "since",
                                EventNumbers.firstAt(filter.closedSince()));
        if (filter.user() != null) {
            search.where("LOCATE(:user, c.users) > 0", "user", "\n" + filter.user() + "\n");
        }
        if (!filter.demo()) {
            search.where("NOT c.demo");
        }
        return lastOpenedFirst(search, filter.limit(), filter::wants);
    }

    /** A closed connection by its number. */
    Optional<ConnectionInfo> closedConnection(long number) {
        var id = Ids.text(number);
        var search = closedSearch().ofConnection(number);
        return lastOpenedFirst(search, 1, one -> one.id().equals(id)).stream().findFirst();
    }

    private static ChunkSearch closedSearch() {
        return new ChunkSearch(ChunkSearch.Order.CLOSED_LAST_OPENED_FIRST)
                .where("c.last_closed > 0");
    }

    private List<ConnectionInfo> lastOpenedFirst(
            ChunkSearch search, int limit, Predicate<ConnectionInfo> wanted) {
        var merge =
                new Merge<ConnectionInfo>(
                        one -> Ids.connection(one.id()).orElse(0),
                        Comparator.reverseOrder(),
                        limit);
        return run(search, merge, connections, wanted);
    }

    private <T> List<T> run(
            ChunkSearch search, Merge<T> merge, ObjectReader reader, Predicate<T> wanted) {
        search.forEach(
                jdbi,
                (edge, body) -> {
                    if (!merge.wantsMoreFrom(edge)) {
                        return false;
                    }
                    try (MappingIterator<T> lines = reader.readValues(body)) {
                        while (lines.hasNext()) {
                            var line = lines.next();
                            if (wanted.test(line)) {
                                merge.add(line);
                            }
                        }
                    }
                    return true;
                });
        return merge.finish();
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

    /** The greatest number that an event has had here; 0 for none. */
    long greatestEvent() {
        return number("SELECT COALESCE(MAX(last_id), 0) FROM chunk");
    }

    /** No number that a connection has had here is greater than this; negative for none. */
    long greatestConnection() {
        return Chunk.lastNeighbour(
                number("SELECT COALESCE(MAX(neighbours), -1) FROM chunk_of_neighbours"));
    }

    private long number(String query) {
        return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
