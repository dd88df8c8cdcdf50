package dev.gatescope.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends a second, once a second, on a daemon thread of its own. */
final class FigureClock implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FigureClock.class);

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("figures").factory());

    void start(Runnable secondOver) {
        var _ =
                timer.scheduleAtFixedRate(
                        () -> {
                            try {
                                secondOver.run();
                            } catch (RuntimeException e) {
                                log.warn("The figures of a second are lost", e);
                            }
                        },
                        1,
                        1,
                        TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
