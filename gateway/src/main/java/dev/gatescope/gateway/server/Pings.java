package dev.gatescope.gateway.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The heartbeat of one connection: when to ping, which pongs are missing, and how long it has been
 * idle. Each field has one writer; readers may see them a moment late.
 */
final class Pings {
    /** Pings without a pong that a connection survives. */
    private static final int MISSED_AT_MOST = 2;

    private volatile long lastPingNanos = System.nanoTime();
    private volatile long lastMessageNanos = System.nanoTime();
    private final AtomicInteger unanswered = new AtomicInteger();

    /** What is to be done now. */
    enum Due {
        NOTHING,
        PING,
        GIVE_UP
    }

    /** A text frame came or went. */
    void message() {
        lastMessageNanos = System.nanoTime();
    }

    /** For the heartbeat's thread only. */
    Due due(long now, long intervalNanos) {
        if (now - lastPingNanos < intervalNanos) {
            return Due.NOTHING;
        }
        if (unanswered.get() >= MISSED_AT_MOST) {
            return Due.GIVE_UP;
        }
        lastPingNanos = now;
        unanswered.incrementAndGet();
        return Due.PING;
    }

    /** A pong came; the round trip in nanoseconds. */
    long pong(long payload) {
        unanswered.set(0);
        return Math.max(0, Math.min(System.nanoTime() - payload, TimeUnit.HOURS.toNanos(1)));
    }

    /** Since when no text frame came or went. */
    long idleNanos(long now) {
        return now - lastMessageNanos;
    }
}
