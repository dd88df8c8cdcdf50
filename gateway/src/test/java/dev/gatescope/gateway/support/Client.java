package dev.gatescope.gateway.support;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket client that keeps what it hears; each wait has a deadline. */
public final class Client implements WebSocket.Listener, AutoCloseable {
    private static final long DEADLINE_SECONDS = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private Client(HttpClient http, URI uri, Map<String, String> headers) {
        var builder = http.newWebSocketBuilder();
        headers.forEach(builder::header);
        socket = builder.buildAsync(uri, this).join();
    }

    /** Connects; the upgrade is complete when this returns. */
    public static Client connect(HttpClient http, URI uri) {
        return new Client(http, uri, Map.of());
    }

    /** Connects with these headers. */
    public static Client connect(HttpClient http, URI uri, Map<String, String> headers) {
        return new Client(http, uri, headers);
    }

    /** Sends a text frame. */
    public void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /** The next frame that comes. */
    public JsonNode hear() throws InterruptedException {
        var frame = heard.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("heard nothing in " + DEADLINE_SECONDS + " s");
        }
        return frame;
    }

    /** The next frame of this type. */
    public JsonNode hear(String type) throws InterruptedException {
        while (true) {
            var frame = hear();
            if (frame.path("type").stringValue("").equals(type)) {
                return frame;
            }
        }
    }

    /** The code with which the connection was closed; 1006 where it broke. */
    public int closeCode() throws Exception {
        return closed.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    /** Leaves without a word. */
    public void abort() {
        socket.abort();
    }

    /** Says good-bye. */
    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(_ -> socket).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            heard.add(JSON.readTree(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }
}
