package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.PeerGone;
import dev.gatescope.gateway.startup.Readiness;

import java.util.List;

/** What a connection does about components that are not up yet. */
public interface StartupWait {
    /** Told that a connection begins to wait. */
    @FunctionalInterface
    interface Listener {
        /** These components are missing; the event is the last one about the first of them. */
        void waiting(List<String> missing, long event);
    }

    /**
     * Returns at once when the gateway is ready, otherwise as soon as the connection may go on.
     *
     * @throws Refusal {@code NOT_READY} where too many wait already or it takes too long
     * @throws PeerGone where the client leaves meanwhile
     */
    Readiness await(Connection connection, Peer peer, Listener listener)
            throws Refusal, PeerGone, InterruptedException;
}
