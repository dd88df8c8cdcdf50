package dev.gatescope.gateway.server;

import dev.gatescope.gateway.admin.LiveStreams;
import dev.gatescope.gateway.admin.StreamQuery;
import dev.gatescope.gateway.admin.StreamSink;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicLong;

/** A subscriber of the live stream; public, as Jetty demands of endpoints. */
public final class StreamEndpoint extends Endpoint implements StreamSink {
    private final LiveStreams streams;
    private final StreamQuery query;
    private final Deadlines deadlines;
    private final AtomicLong pending = new AtomicLong();
    private volatile @Nullable Socket socket;

    StreamEndpoint(LiveStreams streams, StreamQuery query, Deadlines deadlines) {
        this.streams = streams;
        this.query = query;
        this.deadlines = deadlines;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        MessageHandler.Whole<String> ignored = _ -> {};
        session.addMessageHandler(String.class, ignored);
        begin(new JettySocket(session));
    }

    void begin(Socket open) {
        socket = open;
        streams.begin(query, this);
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        streams.end(this);
    }

    @Override
    public void onError(Session session, Throwable error) {
        streams.end(this);
    }

    @Override
    public long send(String frame) {
        var open = socket;
        if (open == null) {
            return 0;
        }
        long bytes = Utf8.length(frame);
        pending.addAndGet(bytes);
        open.send(frame, _ -> pending.addAndGet(-bytes));
        return bytes;
    }

    @Override
    public long pendingBytes() {
        return pending.get();
    }

    @Override
    public void close(int code, String reason) {
        var open = socket;
        if (open != null) {
            open.close(code, reason);
            deadlines.after(Deadlines.CLOSE_PATIENCE_MILLIS, this::abort);
        }
    }

    @Override
    public void abort() {
        var open = socket;
        if (open != null) {
            open.abort();
        }
        streams.end(this);
    }
}
