package dev.gatescope.gateway.routing;

import dev.gatescope.shared.protocol.ServerMessage;

/** Where the answers of one connection go, in the order in which they are sent. */
@FunctionalInterface
public interface Outlet {
    /**
     * Sends one frame; waits while the client is slow.
     *
     * @param cause the event that the frame answers
     * @throws ClientGone where the connection is over
     * @throws Undeliverable where it is over and the gateway's own socket did not know
     */
    void send(ServerMessage message, long cause);
}
