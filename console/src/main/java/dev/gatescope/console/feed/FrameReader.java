package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.StreamFrame;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;

/**
 * Puts the pieces of a stream's texts together and reads them. Called by one thread at a time, as
 * the WebSocket promises.
 */
final class FrameReader implements WebSocket.Listener {
    /** What becomes of a stream. */
    interface Sink {
        void onFrame(StreamFrame frame);

        /**
         * The stream is over.
         *
         * @param failure what broke it, or null
         * @param why a sentence where there is a better one than the failure tells
         */
        void onEnd(@Nullable Throwable failure, @Nullable String why);
    }

    private final JsonMapper json = AdminJson.mapper();
    private final StringBuilder text = new StringBuilder();
    private final Sink sink;

    FrameReader(Sink sink) {
        this.sink = sink;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            read(text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        sink.onEnd(
                null,
                "The gateway closed the stream with code "
                        + code
                        + (reason.isBlank() ? "." : " (" + reason + ")."));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        sink.onEnd(failure, null);
    }

    private void read(String frame) {
        try {
            sink.onFrame(json.readValue(frame, StreamFrame.class));
        } catch (JacksonException unreadable) {
            sink.onEnd(null, "The gateway sent figures that this console cannot read.");
        }
    }
}
