package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.EventRing;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.metrics.FigureView;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.protocol.CloseCode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All live streams. Safe from any thread. */
public final class LiveStreams implements AutoCloseable {
    private static final int MOST = 64;

    private final Map<StreamSink, LiveStream> running = new ConcurrentHashMap<>();
    private final AdminAccess access;
    private final Function<FigureView, Snapshot> snapshots;
    private final EventRing ring;
    private final LifecycleHub hub;
    private final Connections connections;
    private volatile boolean closed;

    public LiveStreams(
            AdminAccess access,
            Function<FigureView, Snapshot> snapshots,
            EventRing ring,
            LifecycleHub hub,
            Connections connections) {
        this.access = access;
        this.snapshots = snapshots;
        this.ring = ring;
        this.hub = hub;
        this.connections = connections;
    }

    /**
     * What a request for a stream asks for.
     *
     * @throws AdminProblem where it may not have one
     */
    public StreamQuery admit(AdminRequest request) throws AdminProblem {
        access.identify(request.authorization());
        if (openCount() >= MOST) {
            throw AdminProblem.of(503, "Too many live streams are open; close one first.");
        }
        return StreamQuery.of(request);
    }

    /** Begins to feed a subscriber. */
    public void begin(StreamQuery query, StreamSink sink) {
        var stream = new LiveStream(query, sink, snapshots, ring, hub, connections);
        running.put(sink, stream);
        if (closed || running.size() > MOST) {
            running.remove(sink);
            sink.close(CloseCode.TRY_AGAIN_LATER.code(), "too many live streams");
            return;
        }
        var _ = Thread.ofVirtual().name("live stream").start(stream);
    }

    /** How many are open. */
    public int openCount() {
        return running.size();
    }

    /** A subscriber has gone. */
    public void end(StreamSink sink) {
        var stream = running.remove(sink);
        if (stream != null) {
            stream.end();
        }
    }

    @Override
    public void close() {
        closed = true;
        running.forEach((sink, stream) -> {
            stream.end();
            sink.close(CloseCode.GOING_AWAY.code(), "gateway stopping");
        });
        running.clear();
    }
}
