package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.EventRing;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.lifecycle.RingReader;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.HistoryPoint;

import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Supplier;

/**
 * Keeps events, closed connections and the figures of each minute in the database: one writer, in
 * batches, for seven days or two gigabytes. It waits for nobody but the database, and nobody waits
 * for it; what it cannot keep is counted. Readers see everything that was published before they
 * asked. Safe from any thread.
 */
public final class EventJournal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EventJournal.class);
    private static final String WHERE = "journal";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final long KEPT_BYTES = 2L << 30;

    /** Where the database is in memory, for the heap has more to hold. */
    private static final int SHARE_OF_HEAP = 16;

    private static final long CLEANING_MILLIS = 60_000;
    private static final long CATCH_UP_MILLIS = 1_000;
    private static final int SECONDS_PER_MINUTE = 60;

    /** Minutes that wait for a database that is down: a day. */
    static final int MOST_MINUTES_WAITING = 1_440;

    private static final int MOST_OF_CONNECTION = 1_000;

    private final long keptBytes;
    private final JournalWriter writer;
    private final JournalQueries queries;
    private final JournalRetention retention;
    private final RingReader reader;
    private final LifecycleHub hub;
    private final InstantSource clock;
    private final BlockingDeque<MinuteFigures> minutes =
            new LinkedBlockingDeque<>(MOST_MINUTES_WAITING);
    private final List<HistoryPoint> thisMinute = new ArrayList<>();
    private volatile boolean open;
    private long nextCleaningMillis;
    private boolean failing;
    private long triedSinceNanos;

    /** A journal of what this ring publishes from now on; it writes once it is open. */
    public EventJournal(Database database, EventRing ring, LifecycleHub hub, InstantSource clock) {
        this(database, ring, hub, clock, keptBytes(database));
    }

    EventJournal(
            Database database,
            EventRing ring,
            LifecycleHub hub,
            InstantSource clock,
            long keptBytes) {
        this.keptBytes = keptBytes;
        this.writer = new JournalWriter(database);
        this.queries = new JournalQueries(database);
        this.retention = new JournalRetention(database);
        this.hub = hub;
        this.clock = clock;
        this.reader = new RingReader(WHERE, ring, hub, this::write);
    }

    private static long keptBytes(Database database) {
        return database.isInMemory()
                ? Math.min(KEPT_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
                : KEPT_BYTES;
    }

    /** Begins to write; the schema must be up to date. */
    public void open() {
        open = true;
        reader.start();
    }

    /** The greatest number that an event has had in this database. */
    public long greatestEvent() {
        return queries.greatestEvent();
    }

    /** The greatest number that a connection has had in this database. */
    public long greatestConnection() {
        return queries.greatestConnection();
    }

    private boolean write(List<Occurrence> batch) {
        try {
            retention.added(writer.write(batch));
            for (var minute = minutes.peek(); minute != null; minute = minutes.peek()) {
                writer.write(minute);
                minutes.remove(minute);
            }
            clean();
            worksAgain();
            return true;
        } catch (RuntimeException e) {
            return isLost(batch, e);
        }
    }

    /** Whether a batch that cannot be written is given up, as it is when that lasts too long. */
    private boolean isLost(List<Occurrence> batch, RuntimeException e) {
        var now = System.nanoTime();
        if (!failing) {
            var message = String.valueOf(e.getMessage());
            log.warn(
                    "The journal cannot be written, and is tried again: {}",
                    message.lines().findFirst().orElse(""));
            log.debug("The journal cannot be written", e);
            failing = true;
            triedSinceNanos = now;
        }
        if (now - triedSinceNanos < PATIENCE.toNanos()) {
            return false;
        }
        triedSinceNanos = now;
        var lost = batch.stream().filter(event -> !tellsOfOwnLoss(event)).count();
        if (lost > 0) {
            hub.report(null, LifecycleHub.NONE, new OperationFact.EventsDropped(WHERE, lost));
        }
        return true;
    }

    /** To report the loss of such a report would never end. */
    private static boolean tellsOfOwnLoss(Occurrence event) {
        return event.fact() instanceof OperationFact.EventsDropped dropped
                && dropped.where().equals(WHERE);
    }

    private void worksAgain() {
        if (failing) {
            log.info("The journal is written again.");
            failing = false;
        }
    }

    /** A chunk at a time, so that the ring does not overflow meanwhile. */
    private void clean() {
        var now = clock.millis();
        if (now < nextCleaningMillis) {
            return;
        }
        var more =
                retention.deleteBefore(now - KEPT.toMillis())
                        || (retention.bytes() > keptBytes && retention.deleteOldest());
        nextCleaningMillis = more ? now : now + CLEANING_MILLIS;
    }

    /**
     * Takes the figures of a second; each full minute is rolled up. Where too many minutes wait for
     * the database, the oldest are lost, and counted. For one thread.
     */
    public void secondOver(HistoryPoint second) {
        thisMinute.add(second);
        if (thisMinute.size() == SECONDS_PER_MINUTE) {
            var minute = MinuteFigures.of(second.time().toEpochMilli(), List.copyOf(thisMinute));
            thisMinute.clear();
            while (!minutes.offer(minute)) {
                loseOldestMinute();
            }
        }
    }

    private void loseOldestMinute() {
        if (minutes.poll() != null) {
            hub.report(null, LifecycleHub.NONE, new OperationFact.EventsDropped(WHERE, 1));
        }
    }

    /** Events as the filter wants them. */
    public List<Event> events(EventFilter filter) {
        return read(List.of(), () -> queries.events(filter));
    }

    /** The event of this number. */
    public Optional<Event> event(long number) {
        return events(EventFilter.ofEvent(number)).stream().findFirst();
    }

    /** All events of a connection that are kept, oldest first. */
    public List<Event> eventsOf(long connection) {
        return events(EventFilter.ofConnection(connection, MOST_OF_CONNECTION));
    }

    /** Closed connections, those that opened last first. */
    public List<ConnectionInfo> closedConnections(ClosedFilter filter) {
        return read(List.of(), () -> queries.closedConnections(filter));
    }

    /** A closed connection by its number. */
    public Optional<ConnectionInfo> closedConnection(long number) {
        return read(Optional.empty(), () -> queries.closedConnection(number));
    }

    /** The figures of each minute in a time, oldest first. */
    public List<HistoryPoint> minutes(long since, long until) {
        return read(List.of(), () -> queries.minutes(since, until));
    }

    /**
     * Reads once everything is written that was published before, if that does not take long.
     *
     * @throws JournalUnavailable where the database does not answer
     */
    private <T> T read(T beforeItIsOpen, Supplier<T> query) {
        if (!open) {
            return beforeItIsOpen;
        }
        reader.catchUp(CATCH_UP_MILLIS);
        try {
            return query.get();
        } catch (JdbiException e) {
            throw new JournalUnavailable(e);
        }
    }

    /** Writes what has been published, and ends. */
    @Override
    public void close() {
        reader.close();
    }
}
