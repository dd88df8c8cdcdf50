package dev.gatescope.gateway.traffic;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A WebSocket of a demo client that can be read as one talks: send, then wait for what comes. For
 * one thread; the HTTP client calls back on its own.
 */
final class DemoSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int NORMAL = 1000;
    private static final long FAREWELL_MILLIS = 300;

    private final WebSocket socket;
    private final Inbox inbox;

    private DemoSocket(WebSocket socket, Inbox inbox) {
        this.socket = socket;
        this.inbox = inbox;
    }

    /** Something makes a WebSocket that tells a listener what comes. */
    @FunctionalInterface
    interface Opening {
        CompletableFuture<WebSocket> begin(WebSocket.Listener listener);
    }

    /**
     * Opens a socket; one that opens although nobody waits any more is dropped.
     *
     * @throws IOException where the gateway is not there or does not upgrade
     */
    static DemoSocket open(Opening opening) throws IOException, InterruptedException {
        var inbox = new Inbox();
        var opened = opening.begin(inbox);
        try {
            return new DemoSocket(result(opened), inbox);
        } catch (IOException | InterruptedException e) {
            var _ = opened.thenAccept(WebSocket::abort);
            throw e;
        }
    }

    /** Sends a text frame. */
    void send(String text) throws IOException, InterruptedException {
        result(socket.sendText(text, true));
    }

    /** Sends the beginning of a text that never ends. */
    void sendBeginning(String text) throws IOException, InterruptedException {
        result(socket.sendText(text, false));
    }

    /**
     * The next text frame.
     *
     * @throws IOException where the connection ends instead, or nothing comes for long
     */
    String receive() throws IOException, InterruptedException {
        return switch (take()) {
            case Arrival.Text(var text) -> text;
            case Arrival.End(var code) -> throw new IOException("closed with " + code);
        };
    }

    /**
     * Waits until the gateway closes; texts that come before are dropped.
     *
     * @return the close code
     */
    int awaitClose() throws IOException, InterruptedException {
        while (true) {
            if (take() instanceof Arrival.End(var code)) {
                return code;
            }
        }
    }

    private Arrival take() throws IOException, InterruptedException {
        var arrival = inbox.arrivals.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (arrival == null) {
            throw new IOException("no answer came");
        }
        return arrival;
    }

    /** Ends the TCP connection without a word. */
    void abort() {
        socket.abort();
    }

    /** Says good-bye and waits for the answer, briefly, whether interrupted or not. */
    void leave(int code) {
        if (!socket.isOutputClosed()) {
            var _ = settled(socket.sendClose(code, ""));
        }
        var _ = settled(inbox.ended);
        socket.abort();
    }

    private static boolean settled(CompletableFuture<?> future) {
        return future.copy()
                .orTimeout(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)
                .handle((_, failure) -> failure == null)
                .join();
    }

    /** Leaves, if that has not happened yet. */
    @Override
    public void close() {
        if (socket.isInputClosed() && socket.isOutputClosed()) {
            return;
        }
        leave(NORMAL);
    }

    private static WebSocket result(CompletableFuture<WebSocket> future)
            throws IOException, InterruptedException {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    /** What came. */
    private sealed interface Arrival {
        record Text(String text) implements Arrival {}

        record End(int code) implements Arrival {}
    }

    /** Called back by the HTTP client, one call at a time. */
    private static final class Inbox implements WebSocket.Listener {
        private static final int BROKEN = 1006;

        private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> ended = new CompletableFuture<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket webSocket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                arrivals.add(new Arrival.Text(parts.toString()));
                parts.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(
                WebSocket webSocket, int statusCode, String reason) {
            end(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            end(BROKEN);
        }

        private void end(int code) {
            arrivals.add(new Arrival.End(code));
            ended.complete(code);
        }
    }
}
