package dev.gatescope.console.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A flow as people choose it.
 *
 * @param fixed whether it is the right one; it has all fixes
 * @param fixes what is right about it
 */
record FlowChoice(boolean fixed, Set<Fix> fixes) {
    static final FlowChoice FIXED = new FlowChoice(true, EnumSet.allOf(Fix.class));
    static final FlowChoice LEGACY = new FlowChoice(false, EnumSet.noneOf(Fix.class));

    private static final String FIXED_WORD = "fixed";
    private static final String LEGACY_WORD = "legacy";

    /** The four fixes that lie between the flow that shipped first and the right one. */
    enum Fix {
        ACCEPT_ORDER("accept-order", "Accept, then authenticate"),
        DEPENDENCIES("dependencies", "Wait for what is not ready"),
        HANDLERS("handlers", "A handler for each connection, given back"),
        SESSIONS("sessions", "Sessions with a scope");

        private final String word;
        private final String title;

        Fix(String word, String title) {
            this.word = word;
            this.title = title;
        }

        String word() {
            return word;
        }

        String title() {
            return title;
        }
    }

    FlowChoice {
        var ordered = EnumSet.noneOf(Fix.class);
        ordered.addAll(fixes);
        fixes = Collections.unmodifiableSet(ordered);
    }

    /** The flow of this name; none where this version does not know it. */
    static Optional<FlowChoice> named(String name) {
        if (name.equals(FIXED_WORD)) {
            return Optional.of(FIXED);
        }
        var words = new ArrayList<>(List.of(name.split("\\+", -1)));
        if (!words.removeFirst().equals(LEGACY_WORD)) {
            return Optional.empty();
        }
        var fixes = EnumSet.noneOf(Fix.class);
        for (var fix : Fix.values()) {
            if (words.remove(fix.word())) {
                fixes.add(fix);
            }
        }
        return words.isEmpty() ? Optional.of(new FlowChoice(false, fixes)) : Optional.empty();
    }

    /** The same with a fix put in or taken out; what has not all of them is legacy. */
    FlowChoice with(Fix fix, boolean in) {
        var changed = EnumSet.noneOf(Fix.class);
        changed.addAll(fixes);
        if (in) {
            changed.add(fix);
        } else {
            changed.remove(fix);
        }
        return new FlowChoice(false, changed);
    }

    /** The name that the gateway knows. */
    String name() {
        return fixed
                ? FIXED_WORD
                : LEGACY_WORD
                        + fixes.stream().map(fix -> "+" + fix.word()).collect(Collectors.joining());
    }

    /** The name where there is little room, such as {@code legacy +2}. */
    String shortName() {
        return fixed || fixes.isEmpty() ? name() : LEGACY_WORD + " +" + fixes.size();
    }
}
