package dev.gatescope.gateway.server;

import jakarta.websocket.SendResult;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The frames under way to one client. A client that reads costs its senders no wait; one that does
 * not makes them wait, and is too slow when that lasts too long. Safe from any thread.
 */
final class Outbox {
    /** Bytes under way to a client above which a sender waits for it. */
    static final long SLOW_CLIENT_BYTES = 1_048_576;

    static final long SLOW_CLIENT_PATIENCE_MILLIS = 10_000;

    private final AtomicLong pending = new AtomicLong();
    private final long patienceMillis;
    private volatile boolean broken;

    /** What became of a frame. */
    enum Sent {
        UNDER_WAY,
        /** The connection broke, or its sender is to wait no longer. */
        LOST,
        TOO_SLOW
    }

    /**
     * @param patienceMillis how long a sender waits for a slow client
     */
    Outbox(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /** Sends a frame of so many bytes of UTF-8. */
    Sent send(Socket open, String frame, int bytes) {
        if (pending.addAndGet(bytes) > SLOW_CLIENT_BYTES) {
            return sendSlowly(open, frame, bytes);
        }
        // Where the client is gone, writing fails before this returns, as a rule.
        open.send(frame, result -> sent(result, bytes));
        return broken ? Sent.LOST : Sent.UNDER_WAY;
    }

    private Sent sendSlowly(Socket open, String frame, int bytes) {
        var sent = new CompletableFuture<Boolean>();
        open.send(
                frame,
                result -> {
                    sent(result, bytes);
                    sent.complete(result.isOK());
                });
        try {
            return sent.get(patienceMillis, TimeUnit.MILLISECONDS) ? Sent.UNDER_WAY : Sent.LOST;
        } catch (TimeoutException e) {
            return Sent.TOO_SLOW;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Sent.LOST;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes this with an exception", e);
        }
    }

    private void sent(SendResult result, int bytes) {
        pending.addAndGet(-bytes);
        if (!result.isOK()) {
            broken = true;
        }
    }

    /** Bytes that the transport has not taken yet. */
    long pendingBytes() {
        return pending.get();
    }
}
