package dev.gatescope.console.faults;

import dev.gatescope.shared.admin.FaultKindInfo.Parameter;

import java.util.List;
import java.util.Objects;

/** A value for one parameter of a kind, as it is typed or chosen. For the models' thread. */
record ParameterDraft(Parameter parameter, Entry entry) {
    static ParameterDraft of(Parameter parameter) {
        return new ParameterDraft(
                parameter,
                new Entry(
                        String.valueOf(parameter.defaultValue()),
                        isNumber(parameter)
                                ? Checks.whole(
                                        label(parameter),
                                        min(parameter),
                                        max(parameter),
                                        unit(parameter))
                                : text ->
                                        choices(parameter).contains(text)
                                                ? ""
                                                : label(parameter) + " takes one of its values."));
    }

    boolean isNumber() {
        return isNumber(parameter);
    }

    /** What may be chosen; nothing for a number. */
    List<String> choices() {
        return choices(parameter);
    }

    /** The parameter's name for people, such as {@code Delay}. */
    String label() {
        return label(parameter);
    }

    String unit() {
        return unit(parameter);
    }

    /** What it means and what it takes, in a few words. */
    String hint() {
        String about = capital(parameter.description());
        return isNumber()
                ? "%s, %s".formatted(about, Checks.range(min(parameter), max(parameter), unit()))
                : about;
    }

    /** Takes the least number; a choice stays. */
    void chooseLeast() {
        if (isNumber()) {
            entry.textProperty().set(String.valueOf(min(parameter)));
        }
    }

    /** The value as a gateway takes it; to be asked for while there is no problem. */
    Object value() {
        return isNumber() ? Long.valueOf(entry.value()) : entry.value();
    }

    private static boolean isNumber(Parameter parameter) {
        return parameter.type().equals(Parameter.INTEGER);
    }

    private static List<String> choices(Parameter parameter) {
        return Objects.requireNonNullElse(parameter.values(), List.of());
    }

    private static String label(Parameter parameter) {
        return capital(words(parameter.name(), unit(parameter)));
    }

    /** A parameter's name in words, without the unit that may end it. */
    static String words(String name, String unit) {
        String end = "_" + unit;
        String bare = name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
        return bare.replace('_', ' ');
    }

    private static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String unit(Parameter parameter) {
        return Objects.requireNonNullElse(parameter.unit(), "");
    }

    private static long min(Parameter parameter) {
        return Objects.requireNonNullElse(parameter.min(), Long.MIN_VALUE);
    }

    private static long max(Parameter parameter) {
        return Objects.requireNonNullElse(parameter.max(), Long.MAX_VALUE);
    }
}
