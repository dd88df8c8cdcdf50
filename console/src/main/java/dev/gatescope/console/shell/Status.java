package dev.gatescope.console.shell;

import dev.gatescope.shared.admin.Severity;

import java.util.Locale;

/** How things stand. Each has a shape and a colour of its own, drawn by {@code console.css}. */
public enum Status {
    /** A disc, green. */
    GOOD,
    /** A square, in the accent colour: something goes on, nothing is wrong. */
    INFO,
    /** A triangle, amber. */
    WARNING,
    /** A cross, red. */
    BAD,
    /** A ring, grey: over, or not known. */
    NEUTRAL;

    /** How an event of this severity looks. */
    public static Status of(Severity severity) {
        return switch (severity) {
            case DEBUG -> NEUTRAL;
            case INFO -> INFO;
            case WARNING -> WARNING;
            case ERROR -> BAD;
        };
    }

    String styleClass() {
        return "status-" + name().toLowerCase(Locale.ROOT);
    }
}
