package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.EventRing;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.lifecycle.RingReader;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.HistoryPoint;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps events, closed connections and the figures of each minute in the database: one writer, in
 * batches, for seven days or two gigabytes. It waits for nobody but the database, and nobody waits
 * for it; what it cannot keep is counted. Readers see everything that was published before they
 * asked. Safe from any thread.
 */
public final class EventJournal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EventJournal.class);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final long KEPT_BYTES = 2L << 30;
    private static final long CLEANING_MILLIS = 60_000;
    private static final long CATCH_UP_MILLIS = 1_000;
    private static final int SECONDS_PER_MINUTE = 60;

    private final JournalStore store;
    private final RingReader reader;
    private final LifecycleHub hub;
    private final InstantSource clock;
    private final ConcurrentLinkedQueue<MinuteFigures> minutes = new ConcurrentLinkedQueue<>();
    private final List<HistoryPoint> thisMinute = new ArrayList<>();
    private volatile boolean open;
    private long nextCleaningMillis;
    private boolean failing;

    /** A journal of what this ring publishes from now on; it writes once it is open. */
    public EventJournal(Database database, EventRing ring, LifecycleHub hub, InstantSource clock) {
        this.store = new JournalStore(database);
        this.hub = hub;
        this.clock = clock;
        this.reader = new RingReader("journal", ring, hub, this::write);
    }

    /** Begins to write; the schema must be up to date. */
    public void open() {
        open = true;
        reader.start();
    }

    /** The greatest number that an event has had in this database. */
    public long greatestEvent() {
        return store.greatestId(true);
    }

    /** The greatest number that a connection has had in this database. */
    public long greatestConnection() {
        return store.greatestId(false);
    }

    private void write(List<Occurrence> batch) {
        var closed = new ArrayList<Connection>();
        for (var event : batch) {
            var connection = event.connection();
            if (connection != null && event.fact() instanceof ConnectionFact.Closed) {
                closed.add(connection);
            }
        }
        try {
            store.write(batch, closed);
            for (var minute = minutes.poll(); minute != null; minute = minutes.poll()) {
                store.write(minute);
            }
            clean();
            failing = false;
        } catch (RuntimeException e) {
            lost(batch.size(), e);
        }
    }

    private void lost(int events, RuntimeException e) {
        if (!failing) {
            log.warn("The journal cannot be written: {}", e.getMessage());
            log.debug("The journal cannot be written", e);
            failing = true;
        }
        if (events > 0) {
            hub.report(null, LifecycleHub.NONE, new OperationFact.EventsDropped("journal", events));
        }
    }

    private void clean() {
        var now = clock.millis();
        if (now < nextCleaningMillis) {
            return;
        }
        nextCleaningMillis = now + CLEANING_MILLIS;
        store.deleteBefore(now - KEPT.toMillis());
        while (store.estimatedBytes() > KEPT_BYTES) {
            store.deleteOldest();
        }
    }

    /** Takes the figures of a second; each full minute is rolled up. For one thread. */
    public void secondOver(HistoryPoint second) {
        thisMinute.add(second);
        if (thisMinute.size() == SECONDS_PER_MINUTE) {
            minutes.add(MinuteFigures.of(second.time().toEpochMilli(), List.copyOf(thisMinute)));
            thisMinute.clear();
        }
    }

    /** Events as the filter wants them. */
    public List<Event> events(EventFilter filter) {
        return current() ? store.events(filter) : List.of();
    }

    /** All events of a connection that are kept, oldest first. */
    public List<Event> eventsOf(long connection) {
        return current() ? store.events(EventFilter.ofConnection(connection, 1_000)) : List.of();
    }

    /** Connections closed in a time, newest first. */
    public List<ConnectionInfo> closedConnections(long since, long until, int limit) {
        return current() ? store.closedConnections(since, until, limit) : List.of();
    }

    /** A closed connection by its number. */
    public Optional<ConnectionInfo> closedConnection(long number) {
        return current() ? store.closedConnection(number) : Optional.empty();
    }

    /** The figures of each minute in a time, oldest first. */
    public List<HistoryPoint> minutes(long since, long until) {
        return current() ? store.minutes(since, until) : List.of();
    }

    private boolean current() {
        if (open) {
            reader.catchUp(CATCH_UP_MILLIS);
        }
        return open;
    }

    /** Writes what has been published, and ends. */
    @Override
    public void close() {
        reader.close();
    }
}
