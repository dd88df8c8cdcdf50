package dev.gatescope.shared.admin;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A request on the client port that asked for a WebSocket, or should have, and never became one.
 *
 * @param status the HTTP status that it got
 * @param hint what to change, for people
 */
public record RefusedRequest(
        Instant time,
        String remoteAddress,
        String method,
        String path,
        int status,
        @Nullable String client,
        @Nullable String origin,
        String hint) {}
