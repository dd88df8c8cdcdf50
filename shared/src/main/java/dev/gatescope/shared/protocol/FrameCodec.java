package dev.gatescope.shared.protocol;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Map;

/**
 * Frames to messages and messages to frames: the only place that knows the wire format of {@code
 * /ws}. Safe from any thread.
 */
public final class FrameCodec {
    /** The largest frame, in bytes of UTF-8, that the gateway takes. */
    public static final int MAX_FRAME_BYTES = 1_048_576;

    /** How deep a frame's arrays and objects may be nested. */
    public static final int MAX_NESTING = 100;

    private final JsonMapper mapper =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_NESTING)
                                                    .maxStringLength(MAX_FRAME_BYTES)
                                                    .maxNameLength(MAX_FRAME_BYTES)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();
    private final Timestamps timestamps = new Timestamps();
    private final InstantSource clock;

    /** A codec that stamps frames with this clock. */
    public FrameCodec(InstantSource clock) {
        this.clock = clock;
    }

    /** What a frame turned out to be. */
    public sealed interface Decoded {
        /** A message that can be routed. */
        record Message(ClientMessage message) implements Decoded {}

        /**
         * A frame that its sender has to mend, with the sentence that says how, and with its
         * message id and type where they can be read.
         */
        record Bad(
                ErrorCode code, String problem, @Nullable String messageId, @Nullable String type)
                implements Decoded {}
    }

    /** Reads one text frame; never throws for what a client may have sent. */
    public Decoded decode(String frame) {
        JsonNode node;
        try {
            node = mapper.readTree(frame);
        } catch (JacksonException e) {
            return new Decoded.Bad(
                    ErrorCode.INVALID_JSON,
                    "The frame is not valid JSON, or is nested deeper than " + MAX_NESTING + ".",
                    null,
                    null);
        }
        if (node == null || node.isMissingNode()) {
            return new Decoded.Bad(
                    ErrorCode.INVALID_JSON, "The frame is empty; send a JSON object.", null, null);
        }
        return node instanceof ObjectNode object
                ? envelope(object)
                : bad("The frame must be a JSON object with a \"type\".", null, null);
    }

    private static Decoded envelope(ObjectNode frame) {
        var messageId = frame.path("message_id");
        var id = messageId.isString() ? messageId.stringValue() : null;
        var type = frame.path("type");
        var kind = type.isString() ? type.stringValue() : null;
        if (id == null && isPresent(messageId)) {
            return bad("\"message_id\" must be a string.", null, kind);
        }
        if (kind == null || kind.isEmpty()) {
            return bad("\"type\" must be a string that is not empty.", id, null);
        }
        var threadId = frame.path("thread_id");
        if (isPresent(threadId) && !threadId.isString()) {
            return bad("\"thread_id\" must be a string.", id, kind);
        }
        var payload = frame.path("payload");
        if (isPresent(payload) && !payload.isObject()) {
            return bad("\"payload\" must be an object.", id, kind);
        }
        return new Decoded.Message(
                new ClientMessage(
                        kind,
                        payload instanceof ObjectNode own ? own : frame,
                        id,
                        threadId.isString() ? threadId.stringValue() : null));
    }

    private static boolean isPresent(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private static Decoded.Bad bad(
            String problem, @Nullable String messageId, @Nullable String type) {
        return new Decoded.Bad(ErrorCode.INVALID_MESSAGE, problem, messageId, type);
    }

    /** Writes one frame. */
    public String encode(ServerMessage message) {
        var text = new StringWriter(192);
        try (var json = mapper.createGenerator(text)) {
            json.writeStartObject();
            switch (message) {
                case ServerMessage.Welcome welcome -> write(json, welcome);
                case ServerMessage.Reply reply -> write(json, reply);
                case ServerMessage.Failure failure -> write(json, failure);
            }
            json.writeStringProperty("timestamp", timestamps.of(clock.millis()));
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, ServerMessage.Welcome welcome) {
        json.writeStringProperty("type", "connection_established");
        json.writeObjectPropertyStart("data");
        json.writeStringProperty("connection_id", welcome.connectionId());
        json.writeStringProperty("user_id", welcome.userId());
        json.writeStringProperty("flow", welcome.flow());
        json.writeNumberProperty("heartbeat_interval_ms", welcome.heartbeatIntervalMs());
        json.writeNumberProperty("max_message_bytes", welcome.maxMessageBytes());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ServerMessage.Reply reply) {
        json.writeStringProperty("type", reply.type());
        json.writePOJOProperty("data", reply.data());
        writeIfGiven(json, "correlation_id", reply.correlationId());
        writeIfGiven(json, "thread_id", reply.threadId());
    }

    private static void write(JsonGenerator json, ServerMessage.Failure failure) {
        json.writeStringProperty("type", "error");
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("code", failure.code().name());
        json.writeStringProperty("message", failure.message());
        Map<String, ?> details = failure.details();
        if (details != null) {
            json.writePOJOProperty("details", details);
        }
        json.writeEndObject();
        writeIfGiven(json, "correlation_id", failure.correlationId());
    }

    private static void writeIfGiven(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
