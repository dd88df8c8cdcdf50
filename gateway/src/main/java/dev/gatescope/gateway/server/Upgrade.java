package dev.gatescope.gateway.server;

import jakarta.websocket.Endpoint;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** The upgrade of one request, still to be completed or given up. */
interface Upgrade {
    /** Answers 101 and opens the endpoint. */
    void complete(Endpoint endpoint, @Nullable String subprotocol) throws IOException;

    /** Ends a request that is not to become a WebSocket. */
    void abandon();
}
