package dev.gatescope.gateway.lifecycle;

/**
 * A text frame as it was, kept only in development.
 *
 * @param inbound whether it came from the client
 * @param text its beginning; a long frame is not kept whole
 * @param bytes its whole size
 */
record Frame(long epochMillis, boolean inbound, String text, long bytes) {
    /** How many characters of a frame are kept. */
    static final int KEPT = 2_048;

    static Frame of(long epochMillis, boolean inbound, String text, long bytes) {
        return new Frame(
                epochMillis,
                inbound,
                text.length() <= KEPT ? text : text.substring(0, KEPT) + "…",
                bytes);
    }
}
