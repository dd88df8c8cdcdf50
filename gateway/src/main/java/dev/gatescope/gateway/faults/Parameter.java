package dev.gatescope.gateway.faults;

import dev.gatescope.shared.admin.FaultKindInfo;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One value that a kind of fault takes. */
public sealed interface Parameter {
    /** Its name in requests. */
    String name();

    /** What is taken where it is left out. */
    Object usual();

    /** How the catalogue describes it. */
    FaultKindInfo.Parameter info();

    /**
     * The value that was given.
     *
     * @throws InvalidFault where it is none that may be given
     */
    Object check(Object given) throws InvalidFault;

    /** A whole number of milliseconds. */
    static Whole millis(String name, long usual, long min, long max, String description) {
        return new Whole(name, usual, min, max, "ms", description);
    }

    /** A whole number of things. */
    static Whole count(String name, long usual, long min, long max, String description) {
        return new Whole(name, usual, min, max, null, description);
    }

    /**
     * A whole number.
     *
     * @param unit none where it counts
     */
    record Whole(
            String name, Long usual, long min, long max, @Nullable String unit, String description)
            implements Parameter {
        @Override
        public FaultKindInfo.Parameter info() {
            return new FaultKindInfo.Parameter(
                    name,
                    FaultKindInfo.Parameter.INTEGER,
                    usual,
                    min,
                    max,
                    null,
                    unit,
                    description);
        }

        @Override
        public Object check(Object given) throws InvalidFault {
            if ((given instanceof Integer || given instanceof Long)
                    && given instanceof Number number
                    && number.longValue() >= min
                    && number.longValue() <= max) {
                return number.longValue();
            }
            throw InvalidFault.of(
                    "parameters." + name,
                    name + " must be a whole number from " + min + " to " + max + ".");
        }
    }

    /** One of a few words. */
    record Choice(String name, String usual, List<String> values, String description)
            implements Parameter {
        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public FaultKindInfo.Parameter info() {
            return new FaultKindInfo.Parameter(
                    name,
                    FaultKindInfo.Parameter.CHOICE,
                    usual,
                    null,
                    null,
                    values,
                    null,
                    description);
        }

        @Override
        public Object check(Object given) throws InvalidFault {
            if (given instanceof String word && values.contains(word)) {
                return word;
            }
            throw InvalidFault.of(
                    "parameters." + name,
                    name + " must be one of " + String.join(", ", values) + ".");
        }
    }
}
