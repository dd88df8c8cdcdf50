package dev.gatescope.console.feed;

import dev.gatescope.console.feed.GatewayControl.Observer;
import dev.gatescope.shared.admin.ServerInfo;
import dev.gatescope.shared.admin.StreamFrame;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one live stream open: asks who the gateway is, opens the stream, notices when it ends or
 * falls silent, and tries again. Everything happens under one lock, so the observer hears one thing
 * at a time and nothing of a stream that was given up.
 */
final class StreamWatch implements AutoCloseable {
    private final HttpClient client;
    private final AdminAddress address;
    private final AdminCalls calls;
    private final Observer observer;
    private final Patience patience;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("gateway-watch").factory());

    private Counted counted;
    private boolean closed;
    private boolean wasLive;
    private int failedTries;
    private @Nullable ServerInfo server;
    private @Nullable Instant lastFigure;
    private @Nullable Attempt current;

    StreamWatch(
            HttpClient client,
            AdminAddress address,
            Observer observer,
            Patience patience,
            Counted counted) {
        this.client = client;
        this.address = address;
        this.calls = new AdminCalls(client, address);
        this.observer = observer;
        this.patience = patience;
        this.counted = counted;
    }

    synchronized void start() {
        long check = patience.silence().toMillis() / 5;
        var _ =
                clock.scheduleWithFixedDelay(
                        this::listenForSilence, check, check, TimeUnit.MILLISECONDS);
        say(Link.State.CONNECTING, null);
        connect();
    }

    /** Streams what is to count from now on. */
    synchronized void count(Counted what) {
        if (!what.equals(counted) && !closed) {
            counted = what;
            connect();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        clock.shutdownNow();
        giveUp();
    }

    private synchronized void connect() {
        if (closed) {
            return;
        }
        giveUp();
        var attempt = new Attempt();
        current = attempt;
        var _ =
                calls.get(address.http(""), ServerInfo.class)
                        .thenCompose(info -> openStream(info, attempt))
                        .whenComplete(attempt::onOpened);
    }

    private CompletableFuture<WebSocket> openStream(ServerInfo info, Attempt attempt) {
        synchronized (this) {
            server = info;
        }
        Map<String, @Nullable String> query = new LinkedHashMap<>();
        query.put("events", "all");
        query.put("connections", "changed");
        query.put("demo", counted.demo() ? null : "false");
        query.put("injected", counted.injected() ? null : "false");
        var socket = client.newWebSocketBuilder().connectTimeout(patience.silence());
        address.authorization().ifPresent(value -> socket.header("Authorization", value));
        return socket.buildAsync(address.webSocket("/stream", query), new FrameReader(attempt));
    }

    private void giveUp() {
        if (current != null) {
            current.abort();
            current = null;
        }
    }

    private synchronized void listenForSilence() {
        if (current != null && current.silentFor(patience.silence())) {
            current.onEnd(
                    null,
                    "The gateway at "
                            + address
                            + " has been silent for "
                            + patience.silence().toSeconds()
                            + " seconds.");
        }
    }

    private void tryAgainLater() {
        Duration wait = patience.before(failedTries++);
        var _ = clock.schedule(this::connect, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void say(Link.State state, @Nullable String why) {
        observer.onLink(new Link(state, server, lastFigure, why));
    }

    /** One try to have a stream; what it hears counts only as long as it is the current one. */
    private final class Attempt implements FrameReader.Sink {
        private @Nullable WebSocket socket;
        private long heardAtNanos = System.nanoTime();
        private boolean live;
        private long frames;

        void onOpened(@Nullable WebSocket opened, @Nullable Throwable failure) {
            synchronized (StreamWatch.this) {
                socket = opened;
                if (current != this) {
                    abort();
                } else if (failure != null) {
                    onEnd(failure, null);
                }
            }
        }

        @Override
        public void onFrame(StreamFrame frame) {
            synchronized (StreamWatch.this) {
                if (current != this) {
                    return;
                }
                heardAtNanos = System.nanoTime();
                if (frame.seq() != ++frames) { // what changed in it would be missed for good
                    onEnd(null, "A part of the gateway's stream is missing.");
                    return;
                }
                lastFigure = Instant.now();
                if (!live) {
                    live = true;
                    wasLive = true;
                    failedTries = 0;
                    say(Link.State.LIVE, null);
                }
                observer.onFrame(frame);
            }
        }

        @Override
        public void onEnd(@Nullable Throwable failure, @Nullable String why) {
            synchronized (StreamWatch.this) {
                if (current != this) {
                    return;
                }
                giveUp();
                say(
                        wasLive ? Link.State.LOST : Link.State.CONNECTING,
                        why != null ? why : sentenceOf(failure));
                tryAgainLater();
            }
        }

        boolean silentFor(Duration span) {
            return System.nanoTime() - heardAtNanos > span.toNanos();
        }

        void abort() {
            if (socket != null) {
                socket.abort();
            }
        }

        private String sentenceOf(@Nullable Throwable failure) {
            Throwable cause = GatewayCallFailed.unwrapped(failure);
            return cause instanceof GatewayCallFailed
                    ? GatewayCallFailed.sentenceOf(cause)
                    : address.whyUnreachable(cause);
        }
    }
}
