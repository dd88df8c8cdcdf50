package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.EventRing;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.gateway.metrics.FigureView;
import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.StreamFrame;
import dev.gatescope.shared.protocol.CloseCode;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Feeds one subscriber, on a thread of its own: figures, events and changed connections, four times
 * a second while anything changes and once a second otherwise. A subscriber that reads too slowly
 * loses events, is told how many, and is given up when it does not read at all.
 */
final class LiveStream implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);
    private static final long BEAT_MILLIS = 250;
    static final int BEATS_WITHOUT_NEWS = 4;
    static final int BEATS_UNTIL_GIVEN_UP = 40;
    private static final long MOST_PENDING_BYTES = 4 << 20;
    private static final int MOST_EVENTS = 5_000;

    private final StreamQuery query;
    private final StreamSink sink;
    private final Function<FigureView, Snapshot> snapshots;
    private final EventRing.Reader reader;
    private final LifecycleHub hub;
    private final ChangedConnections changes;
    private final @Nullable Connection traced;
    private final JsonMapper json;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Essence figuresSent;
    private long frames;
    private long droppedBefore;
    private int beatsSinceFrame;
    private long sentBytes;
    private long takenBytes;
    private int beatsUnread;

    LiveStream(
            StreamQuery query,
            StreamSink sink,
            Function<FigureView, Snapshot> snapshots,
            EventRing ring,
            LifecycleHub hub,
            Connections connections) {
        this.query = query;
        this.sink = sink;
        this.snapshots = snapshots;
        this.reader = ring.reader();
        this.hub = hub;
        this.changes = new ChangedConnections(connections, query.view().demo());
        this.traced =
                query.connection().isPresent()
                        ? connections.find(query.connection().getAsLong())
                        : null;
        this.json = AdminJson.mapper();
    }

    /** The subscriber has gone. */
    void end() {
        over.countDown();
    }

    @Override
    public void run() {
        if (traced != null) {
            traced.trace(true);
        }
        try {
            do {
                beat();
            } while (!over.await(BEAT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("A live stream failed", e);
            sink.close(CloseCode.SERVER_ERROR.code(), "the stream failed");
        } finally {
            if (traced != null) {
                traced.trace(false);
            }
        }
    }

    /** One beat; on the stream's own thread. */
    void beat() {
        if (isGivenUp()) {
            sink.abort();
            end();
        } else if (sink.pendingBytes() <= MOST_PENDING_BYTES) {
            sendWhatIsNew();
        }
    }

    /** Whether frames wait and none of their bytes has been taken for long. */
    private boolean isGivenUp() {
        var taken = sentBytes - sink.pendingBytes();
        if (taken > takenBytes || sink.pendingBytes() == 0) {
            takenBytes = taken;
            beatsUnread = 0;
            return false;
        }
        return ++beatsUnread >= BEATS_UNTIL_GIVEN_UP;
    }

    private void sendWhatIsNew() {
        var events = takeEvents();
        var changed = query.changes() ? changes.take() : null;
        var snapshot = snapshots.apply(query.view());
        var figures = Essence.of(snapshot);
        var isNews =
                !events.isEmpty()
                        || (changed != null && !changed.isEmpty())
                        || !figures.equals(figuresSent);
        if (isNews || ++beatsSinceFrame >= BEATS_WITHOUT_NEWS) {
            figuresSent = figures;
            beatsSinceFrame = 0;
            send(snapshot, events, changed);
        }
    }

    private void send(
            Snapshot snapshot, List<Event> events, @Nullable List<ConnectionInfo> changed) {
        var dropped = reader.dropped() - droppedBefore;
        droppedBefore += dropped;
        if (dropped > 0) {
            hub.report(null, LifecycleHub.NONE, new OperationFact.EventsDropped("stream", dropped));
        }
        var frame = new StreamFrame(++frames, snapshot, events, changed, dropped);
        sentBytes += sink.send(json.writeValueAsString(frame));
    }

    /** What of the figures is news when it changes: not the time, nor the memory. */
    private record Essence(
            boolean ready,
            List<Snapshot.Component> components,
            Snapshot.Connections connections,
            Snapshot.Routing routing,
            Snapshot.Handlers handlers,
            Snapshot.Sessions sessions,
            int faultsActive) {
        static Essence of(Snapshot snapshot) {
            return new Essence(
                    snapshot.ready(),
                    snapshot.components(),
                    snapshot.connections(),
                    snapshot.routing(),
                    snapshot.handlers(),
                    snapshot.sessions(),
                    snapshot.faultsActive());
        }
    }

    private List<Event> takeEvents() {
        var events = new ArrayList<Event>();
        reader.drain(
                MOST_EVENTS,
                occurrence -> {
                    if (isWanted(occurrence)) {
                        events.add(Words.event(occurrence));
                    }
                });
        return events;
    }

    private boolean isWanted(Occurrence occurrence) {
        var about = occurrence.connection();
        var severity = occurrence.fact().severity();
        if (query.events() == StreamQuery.Events.NONE
                || (query.events() == StreamQuery.Events.ERRORS && severity != Severity.ERROR)) {
            return false;
        }
        if (query.connection().isPresent()) {
            return about != null && about.number() == query.connection().getAsLong();
        }
        if (occurrence.fact().perMessage() && severity == Severity.DEBUG) {
            return false;
        }
        return query.view().demo() || about == null || !about.origin().demo();
    }
}
