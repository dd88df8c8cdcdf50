package dev.gatescope.gateway.server;

import jakarta.websocket.Endpoint;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** The upgrade of one request, still to be completed or given up. */
interface Upgrade {
    /**
     * Answers 101 and opens the endpoint.
     *
     * @throws IOException where the client has left, or the request has been given up
     * @throws IllegalStateException where the upgrade failed although the client is there
     */
    void complete(Endpoint endpoint, @Nullable String subprotocol) throws IOException;

    /** Ends a request that is not to become a WebSocket, with this HTTP status. */
    void refuse(int status);
}
