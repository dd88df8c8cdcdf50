package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.journal.EventJournal;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Page;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Connections as the admin API lists them: open, closed lately, and from the journal before that.
 * Safe from any thread.
 */
final class ConnectionList {
    private static final Duration CLOSED_SHOWN = Duration.ofHours(24);

    /** How far a search goes back in the journal. */
    private static final int MOST_SEARCHED = 100_000;

    /** How many of the journal's connections are put into another order than theirs. */
    private static final int MOST_SORTED = 10_000;

    private static final Comparator<ConnectionInfo> NEWEST_FIRST =
            Comparator.comparing(ConnectionInfo::id).reversed();

    private final Connections connections;
    private final EventJournal journal;
    private final InstantSource clock;

    ConnectionList(Connections connections, EventJournal journal, InstantSource clock) {
        this.connections = connections;
        this.journal = journal;
        this.clock = clock;
    }

    Page<ConnectionInfo> page(AdminRequest request) throws AdminProblem {
        var query = ConnectionQuery.of(request);
        var limit = Parameters.limit(request);
        var sort = request.parameter("sort");
        if (sort == null || sort.equals(ConnectionSort.USUAL)) {
            var cursor = Parameters.connection(request, "cursor");
            return newestFirst(query, limit, cursor.orElse(Long.MAX_VALUE));
        }
        return sorted(query, limit, ConnectionSort.of(sort), request.parameter("cursor"));
    }

    /** Looks no further than the page needs. */
    private Page<ConnectionInfo> newestFirst(ConnectionQuery query, int limit, long before) {
        var kept = new Kept(connections);
        var live =
                kept.byNumber.values().stream()
                        .filter(connection -> connection.number() < before)
                        .sorted(Comparator.comparingLong(Connection::number).reversed())
                        .map(Words::connection)
                        .filter(query::matches)
                        .limit(limit + 1L);
        var stored = stored(query, kept, before, MOST_SEARCHED).limit(limit + 1L);
        var found = Stream.concat(live, stored).sorted(NEWEST_FIRST).limit(limit + 1L).toList();
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).id());
    }

    private Page<ConnectionInfo> sorted(
            ConnectionQuery query, int limit, ConnectionSort sort, @Nullable String cursor)
            throws AdminProblem {
        var after = ConnectionSort.placeOf(cursor);
        var kept = new Kept(connections);
        var live = kept.byNumber.values().stream().map(Words::connection).filter(query::matches);
        var found =
                Stream.concat(live, stored(query, kept, Long.MAX_VALUE, MOST_SORTED))
                        .map(sort::placed)
                        .filter(item -> after == null || sort.compare(item.place(), after) > 0)
                        .sorted((a, b) -> sort.compare(a.place(), b.place()))
                        .limit(limit + 1L)
                        .toList();
        var items = found.stream().limit(limit).map(ConnectionSort.Placed::info).toList();
        return new Page<>(
                items, found.size() <= limit ? null : found.get(limit - 1).place().cursor());
    }

    private Stream<ConnectionInfo> stored(ConnectionQuery query, Kept kept, long before, int most) {
        var since = clock.millis() - CLOSED_SHOWN.toMillis();
        var closed = new StoredConnections(journal, query, since, kept.closedSince, before, most);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(closed, 0), false)
                .filter(info -> !kept.has(info.id()))
                .filter(query::matches);
    }

    /** What is in memory at one moment; whatever closed before is in the journal only. */
    private static final class Kept {
        final Map<Long, Connection> byNumber = new HashMap<>();
        final long closedSince;

        Kept(Connections connections) {
            // The open first: one that closes meanwhile is then found in one of both.
            connections.open().forEach(one -> byNumber.put(one.number(), one));
            var closed = connections.closed();
            closed.forEach(one -> byNumber.put(one.number(), one));
            closedSince = closed.isEmpty() ? Long.MAX_VALUE : closed.getLast().closedAtMillis() + 1;
        }

        boolean has(String id) {
            var number = Ids.connection(id);
            return number.isPresent() && byNumber.containsKey(number.getAsLong());
        }
    }

    /** One connection with its timeline, from memory or from the journal. */
    ConnectionInfo one(String id) throws AdminProblem {
        var number = Ids.connection(id);
        if (number.isPresent()) {
            var connection = connections.find(number.getAsLong());
            if (connection != null && connection.remembersTimeline()) {
                return Words.connectionInDetail(connection);
            }
            if (connection != null) {
                var events = journal.eventsOf(connection.number());
                return Words.connection(connection).withTimeline(events);
            }
            var stored = journal.closedConnection(number.getAsLong());
            if (stored.isPresent()) {
                return stored.get().withTimeline(journal.eventsOf(number.getAsLong()));
            }
        }
        throw AdminProblem.of(404, "There is no connection of that id.");
    }
}
