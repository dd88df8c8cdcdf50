package dev.gatescope.console.overview;

/**
 * Whether a figure is as it should be.
 *
 * @param word how it stands, in a word or two
 */
record Verdict(Level level, String word) {
    /** How bad it is. */
    enum Level {
        GOOD,
        WARNING,
        BAD,
        UNKNOWN
    }

    static final Verdict NO_DATA = new Verdict(Level.UNKNOWN, "no data");

    static Verdict good(String word) {
        return new Verdict(Level.GOOD, word);
    }

    static Verdict bad(String word) {
        return new Verdict(Level.BAD, word);
    }
}
