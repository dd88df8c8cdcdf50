package dev.gatescope.console.faults;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** What is wrong with a text that was typed, in a sentence; nothing where it is right. */
final class Checks {
    private static final int LONGEST_USER = 128;

    private Checks() {}

    /**
     * A whole number of a range.
     *
     * @param name what the sentence begins with
     */
    static UnaryOperator<String> whole(String name, long min, long max, String unit) {
        return text -> {
            try {
                long number = Long.parseLong(text);
                if (number >= min && number <= max) {
                    return "";
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            return "%s takes a whole number %s.".formatted(name, range(min, max, unit));
        };
    }

    /** The same, or nothing. */
    static UnaryOperator<String> orNothing(UnaryOperator<String> check) {
        return text -> text.isEmpty() ? "" : check.apply(text);
    }

    static UnaryOperator<String> percent() {
        return text -> {
            double number = decimal(text);
            return number > 0 && number <= 100 ? "" : "Share takes a number above 0, up to 100 %.";
        };
    }

    static UnaryOperator<String> user() {
        return text ->
                text.length() <= LONGEST_USER && text.chars().noneMatch(Character::isISOControl)
                        ? ""
                        : "User takes 128 characters at most.";
    }

    static UnaryOperator<String> connection() {
        return text ->
                text.matches("conn_[0-9a-f]{12}")
                        ? ""
                        : "Connection takes an id, such as conn_00000000002a.";
    }

    static UnaryOperator<String> reason() {
        return text -> text.isEmpty() ? "Say why: the reason goes into the journal." : "";
    }

    /** The number, or NaN where it is none. */
    static double decimal(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) && text.matches("[-+]?[0-9.]+") ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A range in words, such as {@code 1 to 60,000 ms}. */
    static String range(long min, long max, String unit) {
        return String.format(Locale.ROOT, "from %,d to %,d %s", min, max, unit).strip();
    }
}
