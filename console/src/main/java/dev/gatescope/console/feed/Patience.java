package dev.gatescope.console.feed;

import java.time.Duration;

/**
 * How long the console waits for a gateway.
 *
 * @param first before the first try after a loss; each further try waits twice as long
 * @param longest between two tries
 * @param silence without a frame, after which a stream counts as lost though nobody closed it
 */
record Patience(Duration first, Duration longest, Duration silence) {
    /** Tries again after 0.5 s to 5 s; the gateway speaks every second, so 5 s are silence. */
    static final Patience USUAL =
            new Patience(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(5));

    /**
     * How long to wait before the next try.
     *
     * @param tries those that failed in a row before
     */
    Duration before(int tries) {
        Duration wait = first.multipliedBy(1L << Math.min(tries, 16));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
