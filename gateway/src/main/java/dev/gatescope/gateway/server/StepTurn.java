package dev.gatescope.gateway.server;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one step run at a time, and none any more once it is closed; closing waits for the step that
 * runs. Taking a turn is one compare-and-set.
 */
final class StepTurn {
    private static final int FREE = 0;
    private static final int TAKEN = 1;
    private static final int CLOSED = 2;

    private final AtomicInteger state = new AtomicInteger(FREE);
    private volatile @Nullable Thread closer;

    /** Whether a step may run; then {@link #end} must follow. */
    boolean begin() {
        return state.compareAndSet(FREE, TAKEN);
    }

    void end() {
        state.set(FREE);
        var waiting = closer;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    /** No step begins any more; returns when none runs. For one thread. */
    void close() throws InterruptedException {
        closer = Thread.currentThread();
        while (!state.compareAndSet(FREE, CLOSED)) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        closer = null;
    }
}
