package dev.gatescope.console.feed;

/**
 * What counts in the figures, connections and events that a gateway streams.
 *
 * @param demo its own demo traffic
 * @param injected failures that were injected
 */
record Counted(boolean demo, boolean injected) {
    static final Counted ALL = new Counted(true, true);
}
