package dev.gatescope.bench;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Somebody who watches a gateway: subscribes to its live stream with all events and all changes of
 * connections, as a console with every view open, and reads everything.
 */
final class ConsoleReader implements AutoCloseable {
    private static final String STREAM = "/api/v1/stream?events=all&connections=changed";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong chars = new AtomicLong();
    private final AtomicReference<@Nullable String> lost = new AtomicReference<>();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private ConsoleReader() {}

    /** Attaches a reader to the admin side of a gateway. */
    static ConsoleReader attach(URI admin) {
        var reader = new ConsoleReader();
        var stream = URI.create("ws://" + admin.getAuthority() + STREAM);
        try {
            reader.http
                    .newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .buildAsync(stream, reader.new Counter())
                    .join();
        } catch (CompletionException e) {
            reader.lost.set("no live stream at " + stream + ": " + e.getCause());
        }
        return reader;
    }

    long frames() {
        return frames.get();
    }

    long chars() {
        return chars.get();
    }

    /** Why nothing is read any more, or null while it is. */
    @Nullable String lost() {
        return lost.get();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private final class Counter implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            chars.addAndGet(data.length());
            if (last) {
                frames.incrementAndGet();
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            lost.set("the gateway ended the live stream with " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            lost.set("the live stream broke: " + error);
        }
    }
}
