package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.StreamFrame;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * The one crossing from the gateway's threads to the models'. The gateway's side puts things in and
 * never waits: of links and figures the newest wins, of a connection its newest state, and events
 * lie in a bounded inbox. {@link #drain} hands them on, once a beat.
 */
public final class Feed implements GatewayControl.Observer {
    private static final int INBOX_SIZE = 20_000;

    private final AtomicReference<@Nullable Link> newLink = new AtomicReference<>();
    private final AtomicReference<@Nullable Snapshot> newSnapshot = new AtomicReference<>();
    private final EventInbox inbox;
    private final Object connectionsLock = new Object();
    private final List<FeedListener> listeners = new CopyOnWriteArrayList<>();
    private final LongAdder received = new LongAdder();
    private final LongAdder droppedByGateway = new LongAdder();
    private final LongAdder droppedHere = new LongAdder();

    private Map<String, ConnectionInfo> changed = new LinkedHashMap<>();
    private boolean restarted;

    /** A feed that holds 20,000 events between two beats. */
    public Feed() {
        this(INBOX_SIZE);
    }

    Feed(int inboxSize) {
        inbox = new EventInbox(inboxSize);
    }

    /** Lets a model live from this feed, from the next beat on. */
    public void register(FeedListener listener) {
        listeners.add(listener);
    }

    /** Ends what {@link #register} began. */
    public void unregister(FeedListener listener) {
        listeners.remove(listener);
    }

    /** How many events came and were lost; from any thread. */
    public FeedCounts counts() {
        return new FeedCounts(received.sum(), droppedByGateway.sum(), droppedHere.sum());
    }

    @Override
    public void onLink(Link link) {
        newLink.set(link);
    }

    @Override
    public void onFrame(StreamFrame frame) {
        if (frame.snapshot() != null) {
            newSnapshot.set(frame.snapshot());
        }
        received.add(frame.events().size());
        droppedByGateway.add(frame.dropped());
        droppedHere.add(inbox.add(frame.events(), frame.dropped()));
        synchronized (connectionsLock) {
            if (frame.seq() == 1) {
                changed.clear();
                restarted = true;
            }
            for (var connection : connectionsOf(frame)) {
                changed.put(connection.id(), connection);
            }
        }
    }

    /** Hands everything that came since the last call to the models; on their thread. */
    public void drain() {
        Link link = newLink.getAndSet(null);
        if (link != null) {
            listeners.forEach(listener -> listener.onLink(link));
        }
        Connections connections = takeConnections();
        if (connections.restarted) {
            listeners.forEach(FeedListener::onRestart);
        }
        Snapshot snapshot = newSnapshot.getAndSet(null);
        if (snapshot != null) {
            listeners.forEach(listener -> listener.onSnapshot(snapshot));
        }
        var batch = inbox.take();
        if (!batch.events().isEmpty() || batch.lost() > 0) {
            listeners.forEach(listener -> listener.onEvents(batch.events(), batch.lost()));
        }
        if (!connections.changed.isEmpty()) {
            listeners.forEach(listener -> listener.onConnections(connections.changed));
        }
    }

    private static List<ConnectionInfo> connectionsOf(StreamFrame frame) {
        List<ConnectionInfo> connections = frame.connections();
        return connections == null ? List.of() : connections;
    }

    private Connections takeConnections() {
        synchronized (connectionsLock) {
            var taken = new Connections(new ArrayList<>(changed.values()), restarted);
            changed = new LinkedHashMap<>();
            restarted = false;
            return taken;
        }
    }

    private record Connections(List<ConnectionInfo> changed, boolean restarted) {}
}
