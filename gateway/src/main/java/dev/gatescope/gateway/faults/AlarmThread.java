package dev.gatescope.gateway.faults;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One daemon thread for the alarms of all faults; there is none before the first alarm. */
final class AlarmThread implements Alarms, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AlarmThread.class);

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("faults").factory());

    AlarmThread() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Runnable in(Duration delay, Runnable action) {
        var alarm = timer.schedule(() -> run(action), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> alarm.cancel(false);
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.error("What a fault was to do later failed", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
