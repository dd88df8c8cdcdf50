package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.lifecycle.Connection;

/**
 * Lets connections pass a checkpoint: at once, or when something has happened that somebody waits
 * for. This is how a race is made certain, where a delay would only make it likely.
 */
@FunctionalInterface
public interface Gates {
    /** Nobody is held. */
    Gates OPEN = (_, _, _) -> {};

    /**
     * Returns when the connection may go on; called on its own thread.
     *
     * @param peer its client, whose end can be waited for
     */
    void pass(Checkpoint at, Connection connection, Peer peer) throws InterruptedException;
}
