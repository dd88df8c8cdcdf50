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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Connections as the admin API lists them: open, closed lately, and from the journal before that.
 */
final class ConnectionList {
    private static final Duration CLOSED_SHOWN = Duration.ofHours(24);
    private static final int MOST_FROM_JOURNAL = 100_000;
    private static final Map<String, Function<ConnectionInfo, Comparable<?>>> SORTS =
            Map.of(
                    "opened_at", ConnectionInfo::openedAt,
                    "user", info -> info.user() == null ? "" : info.user(),
                    "state", ConnectionInfo::state,
                    "messages_in", ConnectionInfo::messagesIn,
                    "messages_out", ConnectionInfo::messagesOut,
                    "bytes_in", ConnectionInfo::bytesIn,
                    "bytes_out", ConnectionInfo::bytesOut,
                    "pending_bytes", ConnectionInfo::pendingBytes);

    private final Connections connections;
    private final EventJournal journal;
    private final InstantSource clock;

    ConnectionList(Connections connections, EventJournal journal, InstantSource clock) {
        this.connections = connections;
        this.journal = journal;
        this.clock = clock;
    }

    Page<ConnectionInfo> page(AdminRequest request) throws AdminProblem {
        var limit = Parameters.limit(request);
        var wanted = filter(request);
        var sort = sort(request);
        var all = candidates(request).filter(wanted).sorted(sort).toList();
        var from = offset(request);
        var items = all.stream().skip(from).limit(limit).toList();
        var end = from + items.size();
        return new Page<>(items, end < all.size() ? String.valueOf(end) : null);
    }

    private static int offset(AdminRequest request) throws AdminProblem {
        var cursor = request.parameter("cursor");
        if (cursor == null) {
            return 0;
        }
        try {
            return Integer.parseUnsignedInt(cursor);
        } catch (NumberFormatException e) {
            throw AdminProblem.ofField("cursor", "cursor must be a next_cursor of this list.");
        }
    }

    private Stream<ConnectionInfo> candidates(AdminRequest request) throws AdminProblem {
        var until = Parameters.instant(request, "until").orElse(Long.MAX_VALUE);
        var known = new HashSet<Long>();
        var inMemory = new ArrayList<Connection>(connections.open());
        inMemory.addAll(connections.closed());
        inMemory.forEach(connection -> known.add(connection.number()));
        var live = inMemory.stream().filter(shown(request)).map(Words::connection);
        return Stream.concat(live, fromJournal(known, until));
    }

    private static Predicate<Connection> shown(AdminRequest request) {
        return connection -> request.withDemo() || !connection.origin().demo();
    }

    private Stream<ConnectionInfo> fromJournal(Set<Long> known, long until) {
        var since = clock.millis() - CLOSED_SHOWN.toMillis();
        return journal.closedConnections(since, until, MOST_FROM_JOURNAL).stream()
                .filter(info -> !known.contains(Ids.connection(info.id()).orElse(0)));
    }

    private static Predicate<ConnectionInfo> filter(AdminRequest request) throws AdminProblem {
        var state = request.parameter("state");
        var user = request.parameter("user");
        var since = Parameters.instant(request, "since").orElse(Long.MIN_VALUE);
        var until = Parameters.instant(request, "until").orElse(Long.MAX_VALUE);
        var words = request.parameter("q");
        var q = words == null ? null : words.toLowerCase(Locale.ROOT);
        return info ->
                (request.withDemo() || !info.demo())
                        && (state == null || state.equals(info.state()))
                        && (user == null || user.equals(info.user()))
                        && info.openedAt().toEpochMilli() >= since
                        && info.openedAt().toEpochMilli() < until
                        && (q == null || mentions(info, q));
    }

    private static boolean mentions(ConnectionInfo info, String words) {
        return Stream.of(
                        info.id(),
                        info.user(),
                        info.client(),
                        info.remoteAddress(),
                        info.state(),
                        info.outcome(),
                        info.lastError(),
                        info.close() == null ? null : info.close().reason())
                .anyMatch(text -> contains(text, words));
    }

    private static boolean contains(@Nullable String text, String words) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(words);
    }

    @SuppressWarnings("unchecked") // each key compares with itself only
    private static Comparator<ConnectionInfo> sort(AdminRequest request) throws AdminProblem {
        var sort = request.parameter("sort");
        var name = sort == null ? "opened_at" : sort.startsWith("-") ? sort.substring(1) : sort;
        var key = SORTS.get(name);
        if (key == null) {
            throw AdminProblem.ofField(
                    "sort",
                    "sort must be one of "
                            + String.join(", ", SORTS.keySet().stream().sorted().toList())
                            + ", with a - before it for ascending order.");
        }
        Comparator<ConnectionInfo> ascending =
                (a, b) -> ((Comparable<Object>) key.apply(a)).compareTo(key.apply(b));
        var chosen = sort != null && sort.startsWith("-") ? ascending : ascending.reversed();
        return chosen.thenComparing(ConnectionInfo::id, Comparator.reverseOrder());
    }

    /** One connection with its timeline, from memory or from the journal. */
    ConnectionInfo one(String id) throws AdminProblem {
        var number = Ids.connection(id);
        if (number.isPresent()) {
            var connection = connections.find(number.getAsLong());
            if (connection != null) {
                return Words.connectionInDetail(connection);
            }
            var stored = stored(number.getAsLong());
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        throw AdminProblem.of(404, "There is no connection of that id.");
    }

    private Optional<ConnectionInfo> stored(long number) {
        return journal.closedConnection(number)
                .map(info -> info.withTimeline(journal.eventsOf(number)));
    }
}
