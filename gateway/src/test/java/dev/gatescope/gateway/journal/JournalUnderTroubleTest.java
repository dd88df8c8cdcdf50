package dev.gatescope.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.EventRing;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.OperationFact.MarkSet;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.HistoryPoint;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A journal on a real database file, when something is not as it should be. */
class JournalUnderTroubleTest {
    private static final int POOL = 2;

    private volatile Instant now = Clock.systemUTC().instant();
    private final InstantSource clock = () -> now;
    private final EventRing ring = new EventRing(1 << 16);
    private final LifecycleHub hub = new LifecycleHub(clock, new EventNumbers(), List.of(ring));
    private @TempDir Path folder;
    private Database database = new Database(DatabaseConfig.of("not opened"));

    @BeforeEach
    void openDatabase() throws Exception {
        database =
                new Database(
                        new DatabaseConfig(
                                "jdbc:h2:file:" + folder.resolve("journal"),
                                POOL,
                                Duration.ofMillis(300),
                                Duration.ofSeconds(10)));
        database.open();
        database.migrate();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void whatHappensBeforeItIsOpenIsWrittenInOrderOnceItIs() {
        try (var journal = journal(Long.MAX_VALUE)) {
            mark("first");
            mark("second");
            journal.open();

            assertThat(marks(journal)).containsExactly("first", "second");
        }
    }

    @Test
    void everythingPublishedBeforeTheCloseIsOnDisk() {
        try (var journal = journal(Long.MAX_VALUE)) {
            journal.open();
            for (var i = 0; i < 5_000; i++) {
                mark("mark " + i);
            }
        }

        try (var next = journal(Long.MAX_VALUE)) {
            next.open();
            assertThat(marks(next)).hasSize(5_000).startsWith("mark 0").endsWith("mark 4999");
        }
    }

    @Test
    void nothingIsLostWhileTheDatabaseRefusesForAWhile() throws Exception {
        try (var journal = journal(Long.MAX_VALUE)) {
            journal.open();
            execute("ALTER TABLE chunk RENAME TO chunk_away");
            mark("while it refuses");
            Eventually.until(() -> "it is seen to refuse", () -> refuses(journal));
            execute("ALTER TABLE chunk_away RENAME TO chunk");

            assertThat(marks(journal)).containsExactly("while it refuses");
        }
    }

    @Test
    void requestsThatHoldTheWholePoolDoNotKeepItFromWriting() throws Exception {
        var held = new ArrayList<Connection>();
        for (var i = 0; i < POOL; i++) {
            held.add(database.connection());
        }
        try (var journal = journal(Long.MAX_VALUE)) {
            journal.open();
            mark("pool exhausted");

            assertThatThrownBy(() -> marks(journal)).isInstanceOf(JournalUnavailable.class);
        }
        for (var connection : held) {
            connection.close();
        }

        try (var next = journal(Long.MAX_VALUE)) {
            next.open();
            assertThat(marks(next)).containsExactly("pool exhausted");
        }
    }

    @Test
    void whatIsOlderThanAWeekIsDeleted() {
        try (var journal = journal(Long.MAX_VALUE)) {
            journal.open();
            mark("old");
            assertThat(marks(journal)).containsExactly("old");
            now = now.plus(Duration.ofDays(8));
            mark("new");

            Eventually.until(
                    () -> "the old one is gone: " + marks(journal),
                    () -> marks(journal).equals(List.of("new")));
        }
    }

    @Test
    void whatIsTooMuchIsDeletedFromTheOldEnd() {
        try (var journal = journal(1_000_000)) {
            journal.open();
            for (var i = 0; i < 25_000; i++) {
                mark("mark " + i);
            }
            assertThat(marks(journal)).isNotEmpty();
            now = now.plus(Duration.ofMinutes(2));
            mark("newest");

            Eventually.until(
                    () -> "at most a chunk is left",
                    () -> {
                        var left = marks(journal);
                        return left.size() < 10_000;
                    });
        }
    }

    @Test
    void aMinuteOfSecondsBecomesOnePointOfTheirMeans() {
        try (var journal = journal(Long.MAX_VALUE)) {
            journal.open();
            var start = now;
            for (var second = 1; second <= 60; second++) {
                journal.secondOver(
                        new HistoryPoint(
                                start.plusSeconds(second),
                                Map.of("messages_per_s", second % 2 == 0 ? 10.0 : 20.0)));
            }
            mark("so that catching up writes");

            Eventually.until(
                    () -> "the minute is written", () -> !minutes(journal, start).isEmpty());
            assertThat(minutes(journal, start))
                    .singleElement()
                    .satisfies(minute ->
                            assertThat(minute.figures()).containsEntry("messages_per_s", 15.0));
        }
    }

    @Test
    void aDatabaseThatIsAwayForMoreThanADayCostsTheOldestMinutes() {
        var lost = 3;
        try (var journal = journal(Long.MAX_VALUE)) {
            var start = now;
            for (var minute = 1; minute <= EventJournal.MOST_MINUTES_WAITING + lost; minute++) {
                for (var second = 0; second < 60; second++) {
                    journal.secondOver(
                            new HistoryPoint(
                                    start.plusSeconds(60L * minute), Map.of("x", (double) minute)));
                }
            }
            journal.open();

            Eventually.until(
                    () -> "what was kept is written: " + minutes(journal, start).size(),
                    () -> minutes(journal, start).size() == EventJournal.MOST_MINUTES_WAITING);
            assertThat(minutes(journal, start).getFirst().figures()).containsEntry("x", 4.0);
            assertThat(countLost(journal)).isEqualTo(lost);
        }
    }

    private static int countLost(EventJournal journal) {
        return journal.events(all("events.dropped")).size();
    }

    private static List<HistoryPoint> minutes(EventJournal journal, Instant since) {
        return journal.minutes(since.toEpochMilli(), Long.MAX_VALUE);
    }

    private EventJournal journal(long keptBytes) {
        return new EventJournal(database, ring, hub, clock, keptBytes);
    }

    private void mark(String label) {
        hub.report(null, LifecycleHub.NONE, new MarkSet("test", label));
    }

    private static boolean refuses(EventJournal journal) {
        try {
            marks(journal);
            return false;
        } catch (JournalUnavailable e) {
            return true;
        }
    }

    private static List<String> marks(EventJournal journal) {
        return journal.events(all("mark.")).stream().map(Event::message).toList();
    }

    private static EventFilter all(String type) {
        return EventFilter.newest(100_000).withTypes(type).withAfter(0);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }
}
