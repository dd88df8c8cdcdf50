package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.EventRing;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.StreamFrame;
import dev.gatescope.shared.protocol.CloseCode;

import org.jspecify.annotations.Nullable;

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
    private static final long BEAT_MILLIS = 250;
    private static final int BEATS_WITHOUT_NEWS = 4;
    private static final int BEATS_UNTIL_GIVEN_UP = 40;
    private static final long MOST_PENDING_BYTES = 4 << 20;
    private static final int MOST_EVENTS = 5_000;

    private final StreamQuery query;
    private final StreamSink sink;
    private final Function<Boolean, Snapshot> snapshots;
    private final EventRing.Reader reader;
    private final LifecycleHub hub;
    private final ChangedConnections changes;
    private final @Nullable Connection traced;
    private final JsonMapper json;
    private final CountDownLatch over = new CountDownLatch(1);
    private long frames;
    private long droppedBefore;
    private int beatsSinceFrame;
    private int beatsBehind;

    LiveStream(
            StreamQuery query,
            StreamSink sink,
            Function<Boolean, Snapshot> snapshots,
            EventRing ring,
            LifecycleHub hub,
            Connections connections) {
        this.query = query;
        this.sink = sink;
        this.snapshots = snapshots;
        this.reader = ring.reader();
        this.hub = hub;
        this.changes = new ChangedConnections(connections, query.demo());
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
        } finally {
            if (traced != null) {
                traced.trace(false);
            }
        }
    }

    private void beat() {
        if (sink.pendingBytes() > MOST_PENDING_BYTES) {
            if (++beatsBehind >= BEATS_UNTIL_GIVEN_UP) {
                sink.close(CloseCode.POLICY.code(), "the stream is not read");
                end();
            }
            return;
        }
        beatsBehind = 0;
        var events = takeEvents();
        var changed = query.changes() ? changes.take() : null;
        var nothingNew = events.isEmpty() && (changed == null || changed.isEmpty());
        if (nothingNew && frames > 0 && ++beatsSinceFrame < BEATS_WITHOUT_NEWS) {
            return;
        }
        send(events, changed);
    }

    private void send(List<Event> events, @Nullable List<ConnectionInfo> changed) {
        beatsSinceFrame = 0;
        frames++;
        var dropped = reader.dropped() - droppedBefore;
        droppedBefore += dropped;
        if (dropped > 0) {
            hub.report(null, LifecycleHub.NONE, new OperationFact.EventsDropped("stream", dropped));
        }
        var frame =
                new StreamFrame(frames, snapshots.apply(query.demo()), events, changed, dropped);
        sink.send(json.writeValueAsString(frame));
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
        if (query.connection().isPresent()) {
            return about != null && about.number() == query.connection().getAsLong();
        }
        if (occurrence.fact().perMessage() && occurrence.fact().severity() == Severity.DEBUG) {
            return false;
        }
        if (about != null && about.origin().demo() && !query.demo()) {
            return false;
        }
        return switch (query.events()) {
            case NONE -> false;
            case ERRORS -> occurrence.fact().severity() == Severity.ERROR;
            case ALL -> true;
        };
    }
}
