package dev.gatescope.gateway.faults;

import dev.gatescope.shared.admin.FaultRequest.StopWhen;
import dev.gatescope.shared.admin.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A figure on which a fault may end by itself. */
enum StopFigure {
    CONNECTION_SUCCESS {
        @Override
        @Nullable Double of(Snapshot snapshot) {
            return snapshot.success().connection().last60s().ratio();
        }
    },
    ROUTING_SUCCESS {
        @Override
        @Nullable Double of(Snapshot snapshot) {
            return snapshot.success().routing().last60s().ratio();
        }
    },
    ERROR_RATE {
        @Override
        @Nullable Double of(Snapshot snapshot) {
            return snapshot.errorRate().last60s().ratio();
        }
    },
    HANDLERS_LEAKED {
        @Override
        Double of(Snapshot snapshot) {
            return (double) snapshot.handlers().leaked();
        }
    },
    SESSIONS_LEAKED {
        @Override
        Double of(Snapshot snapshot) {
            return (double) snapshot.sessions().leaked();
        }
    },
    SESSIONS_OPEN {
        @Override
        Double of(Snapshot snapshot) {
            return (double) snapshot.sessions().open();
        }
    };

    /** Its value now, over the last minute where it is a ratio; none without attempts. */
    abstract @Nullable Double of(Snapshot snapshot);

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<StopFigure> named(String word) {
        return Stream.of(values()).filter(figure -> figure.word().equals(word)).findFirst();
    }

    /**
     * Checks a condition.
     *
     * @throws InvalidFault where it names no figure or no bound
     */
    static void check(StopWhen condition) throws InvalidFault {
        if (named(condition.figure()).isEmpty()) {
            throw InvalidFault.of(
                    "stop_when.figure",
                    "stop_when.figure must be one of "
                            + String.join(", ", Stream.of(values()).map(StopFigure::word).toList())
                            + ".");
        }
        if (condition.below() == null && condition.above() == null) {
            throw InvalidFault.of("stop_when", "stop_when needs a bound, below or above.");
        }
        checkBound("stop_when.below", condition.below());
        checkBound("stop_when.above", condition.above());
    }

    private static void checkBound(String field, @Nullable Double bound) throws InvalidFault {
        if (bound != null && !Double.isFinite(bound)) {
            throw InvalidFault.of(field, field + " must be a number.");
        }
    }

    /** Why a fault with this condition is to end now, in words; none where it goes on. */
    static Optional<String> reached(StopWhen condition, Snapshot snapshot) {
        return named(condition.figure()).flatMap(figure -> figure.passed(condition, snapshot));
    }

    private Optional<String> passed(StopWhen condition, Snapshot snapshot) {
        var value = of(snapshot);
        if (value == null) {
            return Optional.empty();
        }
        var below = condition.below();
        var above = condition.above();
        if (below != null && value < below) {
            return Optional.of(word() + " fell below " + below + ", to " + value);
        }
        if (above != null && value > above) {
            return Optional.of(word() + " rose above " + above + ", to " + value);
        }
        return Optional.empty();
    }
}
