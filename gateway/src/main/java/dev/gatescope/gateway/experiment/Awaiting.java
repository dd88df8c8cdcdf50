package dev.gatescope.gateway.experiment;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an event, with a bound for those that never come. */
final class Awaiting {
    private Awaiting() {}

    /** Whether the event came in time. */
    static boolean atMost(Duration patience, CompletableFuture<?> event)
            throws InterruptedException {
        try {
            event.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes this with an exception", e);
        }
    }
}
