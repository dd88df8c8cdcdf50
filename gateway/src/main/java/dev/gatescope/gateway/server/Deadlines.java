package dev.gatescope.gateway.server;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs short tasks after a while, on one daemon thread. */
final class Deadlines implements AutoCloseable {
    /** How long a client that has been sent a close frame may take to answer it. */
    static final long CLOSE_PATIENCE_MILLIS = 2_000;

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("deadlines").factory());

    Deadlines() {
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Runs a task once, unless this is closed before. */
    void after(long millis, Runnable task) {
        var _ = timer.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    /** Runs a task again and again, each time so long after the last one ended. */
    void every(long nanos, Runnable task) {
        var _ = timer.scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
