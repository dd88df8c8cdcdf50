package dev.gatescope.console.faults;

import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultKindInfo;
import dev.gatescope.shared.admin.FaultScope;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What is said about a fault. Pure text, for any thread. */
final class FaultWords {
    private FaultWords() {}

    /** What became of a request, with what the gateway could not use of it. */
    static String injected(FaultInfo fault) {
        return "%s acts as %s. %s".formatted(fault.kind(), fault.id(), warnings(fault)).strip();
    }

    static String warnings(FaultInfo fault) {
        return String.join(" ", Objects.requireNonNullElse(fault.warnings(), List.of()));
    }

    /**
     * The fault's parameters and its scope, such as {@code delay 500 ms · 20 % · user alice}.
     *
     * @param kind tells the units; none where the gateway does not know the kind any more
     */
    static String how(FaultInfo fault, @Nullable FaultKindInfo kind) {
        var words = new ArrayList<String>();
        fault.parameters()
                .forEach((name, value) ->
                        words.add(
                                "%s %s %s"
                                        .formatted(word(name, kind), value, unit(name, kind))
                                        .strip()));
        words.add(scope(fault.scope()));
        return String.join(" · ", words);
    }

    static String scope(FaultScope scope) {
        var words = new ArrayList<String>();
        if (scope.percent() != null) {
            words.add(number(scope.percent()) + " %");
        }
        if (scope.user() != null) {
            words.add("user " + scope.user());
        }
        if (scope.connection() != null) {
            words.add(scope.connection());
        }
        if (scope.type() != null) {
            words.add(scope.type() + " only");
        }
        return words.isEmpty() ? "on everything" : "on " + String.join(", ", words);
    }

    /** How often it acted, on how many connections. */
    static String hits(FaultInfo fault) {
        if (fault.hits() == 0 && fault.spared() == 0) {
            return "No hit";
        }
        String words =
                counted(fault.hits(), "hit") + " on " + counted(fault.connections(), "connection");
        return fault.spared() == 0
                ? words
                : words + ", %s spared beyond its cap".formatted(grouped(fault.spared()));
    }

    /** Who injected it, and why. */
    static String who(FaultInfo fault) {
        return "By %s: %s".formatted(fault.by(), fault.reason());
    }

    /** How it ended, such as {@code Expired: its time was over}. */
    static String end(FaultInfo fault) {
        String how = Character.toUpperCase(fault.state().charAt(0)) + fault.state().substring(1);
        return fault.ended() == null ? how + "." : "%s: %s.".formatted(how, fault.ended());
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String counted(long number, String what) {
        return grouped(number) + " " + what + (number == 1 ? "" : "s");
    }

    private static String number(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** The parameter's name without its unit, which stands after the number. */
    private static String word(String name, @Nullable FaultKindInfo kind) {
        return ParameterDraft.words(name, unit(name, kind));
    }

    private static String unit(String name, @Nullable FaultKindInfo kind) {
        return kind == null
                ? ""
                : kind.parameters().stream()
                        .filter(parameter -> parameter.name().equals(name))
                        .map(FaultKindInfo.Parameter::unit)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("");
    }
}
