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
    private volatile boolean taking;

    /** What is to be done now. */
    enum Due {
        NOTHING,
        PING,
        GIVE_UP
    }

    /** A text frame went. */
    void sent() {
        lastMessageNanos = System.nanoTime();
    }

    /** A text frame came; until it is {@link #taken} nobody reads whether a pong follows it. */
    void taking() {
        lastMessageNanos = System.nanoTime();
        taking = true;
    }

    /** The text frame that came has been taken: from now on pongs can be missed again. */
    void taken() {
        unanswered.set(0);
        taking = false;
    }

    /** For the heartbeat's thread only. */
    Due due(long now, long intervalNanos) {
        if (now - lastPingNanos < intervalNanos) {
            return Due.NOTHING;
        }
        // In this order: what was missed meanwhile is forgotten before it is taken.
        var couldBeHeard = !taking;
        if (couldBeHeard && unanswered.get() >= MISSED_AT_MOST) {
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

    /** What was missed was not the client's doing. */
    void forgive() {
        unanswered.set(0);
    }

    /** Since when no text frame came or went. */
    long idleNanos(long now) {
        return now - lastMessageNanos;
    }
}
