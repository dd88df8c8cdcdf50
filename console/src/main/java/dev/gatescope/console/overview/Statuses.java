package dev.gatescope.console.overview;

import dev.gatescope.console.shell.Status;

/** How verdicts look. */
final class Statuses {
    private Statuses() {}

    static Status of(Verdict.Level level) {
        return switch (level) {
            case GOOD -> Status.GOOD;
            case WARNING -> Status.WARNING;
            case BAD -> Status.BAD;
            case UNKNOWN -> Status.NEUTRAL;
        };
    }
}
