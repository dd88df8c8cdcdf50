package dev.gatescope.shared.protocol;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/**
 * A frame from a client that is well formed.
 *
 * @param type what the client asks for
 * @param payload the message's own fields; the whole frame where it has no {@code payload}
 * @param messageId the client's own id for the message, given back as {@code correlation_id}
 * @param threadId the thread that the message belongs to
 */
public record ClientMessage(
        String type, ObjectNode payload, @Nullable String messageId, @Nullable String threadId) {}
