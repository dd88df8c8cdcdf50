package dev.gatescope.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.ConnectionState;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.Fact;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.lifecycle.Outcome;
import dev.gatescope.gateway.lifecycle.Phase;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Finds in many chunks, some of which overlap, what was written. */
class JournalSearchTest {
    private static final EventFilter ALL = EventFilter.newest(10_000);
    private static final long START = 1_800_000_000_000L;

    private final AtomicLong lastConnection = new AtomicLong();
    private final Connections connections =
            new Connections(
                    lastConnection::incrementAndGet, () -> Instant.ofEpochMilli(START), false);
    private final List<Occurrence> written = new ArrayList<>();
    private final Database database =
            new Database(DatabaseConfig.of("jdbc:h2:mem:search-" + System.nanoTime()));
    private JournalWriter writer = new JournalWriter(database);
    private JournalQueries queries = new JournalQueries(database);

    @BeforeEach
    void writeSomeMinutes() throws Exception {
        database.open();
        database.migrate();
        writer = new JournalWriter(database);
        queries = new JournalQueries(database);
        var all =
                List.of(
                        connection("anna", false),
                        connection("bert", true),
                        connection("carl", false));
        for (var batch = 0; batch < 50; batch++) {
            var events = new ArrayList<Occurrence>();
            for (var i = 0; i < 20; i++) {
                var millis = START + batch * 700L + i * 100L; // reaches into the batches after it
                events.add(event(number(millis, batch), all.get((batch + i) % 3), fact(i)));
            }
            write(events);
        }
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void allEventsComeNewestFirstAcrossOverlappingChunks() {
        assertThat(ids(queries.events(ALL))).isEqualTo(ids(_ -> true, false));
    }

    @Test
    void allEventsComeOldestFirstAfterOne() {
        var after = written.get(37).id();

        assertThat(ids(queries.events(ALL.withAfter(after))))
                .isEqualTo(ids(event -> event.id() > after, true));
    }

    @Test
    void pagesFollowEachOtherInBothDirections() {
        var backward = new ArrayList<String>();
        var page = queries.events(EventFilter.newest(7));
        while (!page.isEmpty()) {
            backward.addAll(ids(page));
            page = queries.events(EventFilter.newest(7).withBefore(lastOf(page)));
        }
        var forward = new ArrayList<String>();
        page = queries.events(EventFilter.newest(7).withAfter(0));
        while (!page.isEmpty()) {
            forward.addAll(ids(page));
            page = queries.events(EventFilter.newest(7).withAfter(lastOf(page)));
        }

        assertThat(backward).isEqualTo(ids(_ -> true, false));
        assertThat(forward).isEqualTo(ids(_ -> true, true));
    }

    @Test
    void eachFilterLeavesWhatItSays() {
        assertFinds(
                ALL.withTypes("connection.wrong_state"),
                event -> event.fact().type().equals("connection.wrong_state"));
        assertFinds(ALL.withTypes("handler.", "connection."), _ -> true);
        assertFinds(ALL.withTypes("connection.w"), _ -> false);
        assertFinds(ALL.withConnection(3), event -> "carl".equals(event.user()));
        assertFinds(ALL.withUser("bert"), event -> "bert".equals(event.user()));
        assertFinds(
                ALL.withSeverity(Severity.ERROR),
                event -> event.fact().severity() == Severity.ERROR);
        assertFinds(
                ALL.withTimes(START + 5_000, START + 9_000),
                event ->
                        event.epochMillis() >= START + 5_000
                                && event.epochMillis() < START + 9_000);
        assertFinds(ALL.withoutDemo(), event -> !"bert".equals(event.user()));
    }

    @Test
    void boundsBeyondAllTimesFindWhatTheySay() {
        var longAgo = Long.MIN_VALUE / 2;
        var never = Long.MAX_VALUE;
        assertFinds(ALL.withTimes(longAgo, never).withBefore(never), _ -> true);
        assertThat(queries.events(EventFilter.newest(10).withAfter(never))).isEmpty();
    }

    @Test
    void aCauseThatIsToldLaterThanItsTimeStandsWhereItBelongsAndOnce() {
        var about = connection("dora", false);
        var cause = event(number(START + 3_333, 99), about, fact(1));
        write(List.of(cause, event(number(START + 90_000, 0), about, fact(0))));
        writeAgain(List.of(cause, event(number(START + 91_000, 0), about, fact(0))));

        assertThat(ids(queries.events(ALL))).isEqualTo(ids(_ -> true, false));
        assertThat(ids(queries.events(ALL.withAfter(0)))).isEqualTo(ids(_ -> true, true));
    }

    @Test
    void aBatchThatIsWrittenTwiceIsThereOnce() {
        var batch = List.of(event(number(START + 80_000, 0), connection("dora", false), fact(1)));
        write(batch);
        writer.write(batch);

        assertThat(ids(queries.events(ALL))).isEqualTo(ids(_ -> true, false));
    }

    @Test
    void closedConnectionsComeInTheOrderInWhichTheyOpened() {
        var opened = new ArrayList<Connection>();
        for (var i = 0; i < 60; i++) {
            opened.add(connection(i % 2 == 0 ? "even" : "odd", i % 5 == 0));
        }
        for (var i = 0; i < 60; i++) {
            close(opened.get(i * 7 % 60), START + 100_000 + i * 50L); // in quite another order
        }

        assertThat(numbers(closed(Long.MAX_VALUE, null, true, 1_000)))
                .hasSize(60)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(closed(Long.MAX_VALUE, "odd", false, 1_000)).hasSize(24);
        var before = opened.get(30).number();
        assertThat(numbers(closed(before, null, true, 3)))
                .containsExactly(before - 1, before - 2, before - 3);
        assertThat(queries.closedConnection(before)).isPresent();
        assertThat(queries.closedConnection(2)).isEmpty();
        assertThat(queries.greatestConnection()).isGreaterThanOrEqualTo(lastConnection.get());
    }

    private List<ConnectionInfo> closed(
            long before, @Nullable String user, boolean demo, int limit) {
        return queries.closedConnections(
                new ClosedFilter(START, Long.MAX_VALUE, before, user, demo, limit));
    }

    private static List<Long> numbers(List<ConnectionInfo> connections) {
        return connections.stream()
                .map(connection -> Ids.connection(connection.id()).orElseThrow())
                .toList();
    }

    private void close(Connection connection, long millis) {
        connections.close(connection, () -> {});
        write(
                List.of(
                        event(
                                number(millis, 0),
                                connection,
                                new ConnectionFact.Closed(
                                        Outcome.READY,
                                        Phase.READY,
                                        Ending.lost(""),
                                        null,
                                        1,
                                        1,
                                        1))));
    }

    private void assertFinds(EventFilter filter, Predicate<Occurrence> wanted) {
        assertThat(ids(queries.events(filter))).isEqualTo(ids(wanted, false));
    }

    private static long lastOf(List<Event> page) {
        return Ids.event(page.getLast().id()).orElseThrow();
    }

    private List<String> ids(Predicate<Occurrence> wanted, boolean oldestFirst) {
        var ids =
                new ArrayList<>(
                        written.stream()
                                .filter(wanted)
                                .map(event -> Ids.eventText(event.id()))
                                .sorted()
                                .toList());
        if (!oldestFirst) {
            Collections.reverse(ids);
        }
        return ids;
    }

    private static List<String> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }

    private Connection connection(String user, boolean demo) {
        var connection = connections.open(new Origin("127.0.0.1:1", null, demo));
        connection.authenticatedAs(user, "none");
        return connection;
    }

    private static long number(long millis, int within) {
        return EventNumbers.firstAt(millis) + within;
    }

    private static Fact fact(int i) {
        return i % 4 == 0
                ? new ConnectionFact.WrongState("dance", ConnectionState.READY)
                : new ConnectionFact.Ready(i);
    }

    private static Occurrence event(long id, Connection about, Fact fact) {
        return new Occurrence(
                id,
                id / 10_000,
                LifecycleHub.NONE,
                List.of(),
                List.of(),
                about,
                about.user(),
                fact);
    }

    private void write(List<Occurrence> batch) {
        written.addAll(batch);
        writer.write(batch);
    }

    /** A batch whose first event was written before. */
    private void writeAgain(List<Occurrence> batch) {
        written.addAll(batch.subList(1, batch.size()));
        writer.write(batch);
    }
}
