package dev.gatescope.shared.sequence;

/** The colours of an SVG. */
public enum Theme {
    LIGHT,
    DARK,
    /** Those that the reader's system prefers. */
    SYSTEM
}
