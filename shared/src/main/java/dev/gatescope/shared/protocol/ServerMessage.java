package dev.gatescope.shared.protocol;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** A frame from the gateway to a client. */
public sealed interface ServerMessage {

    /** The frame that says <em>ready</em>; nothing but an error ever comes before it. */
    record Welcome(
            String connectionId,
            String userId,
            String flow,
            long heartbeatIntervalMs,
            int maxMessageBytes)
            implements ServerMessage {}

    /**
     * An answer, or one of several, to a client's message.
     *
     * @param data the answer's own fields, in the order in which they are written; values are what
     *     the JSON codec can write
     */
    record Reply(
            String type,
            Map<String, ?> data,
            @Nullable String correlationId,
            @Nullable String threadId)
            implements ServerMessage {}

    /** The one spelling of every error. */
    record Failure(
            ErrorCode code,
            String message,
            @Nullable Map<String, ?> details,
            @Nullable String correlationId)
            implements ServerMessage {}
}
