package dev.gatescope.console.faults;

import dev.gatescope.shared.admin.FaultRequest.StopWhen;

import org.jspecify.annotations.Nullable;

/** The figures of the last 60 s that may end a fault, and on which side of a bound they do. */
enum StopFigure {
    NEVER("", "Never before its time", ""),
    CONNECTION_SUCCESS("connection_success", "Connection success falls below", "%"),
    ROUTING_SUCCESS("routing_success", "Routing success falls below", "%"),
    ERROR_RATE("error_rate", "Errors per 1,000 rise above", ""),
    HANDLERS_LEAKED("handlers_leaked", "Handlers leaked rise above", ""),
    SESSIONS_LEAKED("sessions_leaked", "Sessions leaked rise above", ""),
    SESSIONS_OPEN("sessions_open", "Sessions open rise above", "");

    private static final double MOST = 1e9;

    private final String word;
    private final String words;
    private final String unit;

    StopFigure(String word, String words, String unit) {
        this.word = word;
        this.words = words;
        this.unit = unit;
    }

    /** The condition up to its bound. */
    String words() {
        return words;
    }

    String unit() {
        return unit;
    }

    private boolean isRatio() {
        return unit.equals("%");
    }

    /** A bound that makes sense to begin with. */
    String usualBound() {
        return switch (this) {
            case NEVER -> "";
            case CONNECTION_SUCCESS, ROUTING_SUCCESS -> "50";
            case ERROR_RATE -> "500";
            case HANDLERS_LEAKED, SESSIONS_LEAKED, SESSIONS_OPEN -> "100";
        };
    }

    /** What is wrong with a bound. */
    String problem(String bound) {
        double number = Checks.decimal(bound);
        double most = isRatio() ? 100 : MOST;
        if (this == NEVER || (number >= 0 && number <= most)) {
            return "";
        }
        return isRatio()
                ? "The bound takes a number from 0 to 100 %."
                : "The bound takes a number, 0 or more.";
    }

    /** The condition as a gateway takes it; none for never. */
    @Nullable StopWhen at(String bound) {
        if (this == NEVER) {
            return null;
        }
        double number = Checks.decimal(bound);
        return isRatio()
                ? new StopWhen(word, number / 100, null)
                : new StopWhen(word, null, number);
    }
}
