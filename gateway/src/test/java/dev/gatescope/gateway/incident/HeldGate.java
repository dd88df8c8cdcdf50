package dev.gatescope.gateway.incident;

import dev.gatescope.gateway.flow.Checkpoint;
import dev.gatescope.gateway.flow.Gates;
import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.lifecycle.Connection;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Holds the first connection that reaches a checkpoint until it is opened. */
final class HeldGate implements Gates {
    private final Checkpoint checkpoint;
    private final AtomicReference<Connection> held = new AtomicReference<>();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    HeldGate(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    @Override
    public void pass(Checkpoint at, Connection connection, Peer peer) throws InterruptedException {
        if (at == checkpoint && held.compareAndSet(null, connection)) {
            reached.countDown();
            opened.await();
        }
    }

    /** Returns when a connection is held. */
    void awaitHeld() throws InterruptedException {
        reached.await();
    }

    /** Lets it go on, and every other. */
    void open() {
        opened.countDown();
    }
}
