package dev.gatescope.shared.flow;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The name of a flow: the word fixed, the word legacy, or legacy+FIX…, with fixes of the report in
 * any order.
 *
 * @param legacy whether it is the flow that shipped first
 * @param fixes what is right about it; everything, where it is not legacy
 */
public record FlowName(boolean legacy, Set<Fix> fixes) {
    /** The right flow. */
    public static final FlowName FIXED = new FlowName(false, EnumSet.allOf(Fix.class));

    /** The flow that shipped first, with none of the fixes. */
    public static final FlowName LEGACY = new FlowName(true, EnumSet.noneOf(Fix.class));

    private static final String LEGACY_WORD = "legacy";
    private static final String FIXED_WORD = "fixed";

    public FlowName {
        var ordered = EnumSet.noneOf(Fix.class);
        ordered.addAll(fixes);
        fixes = Collections.unmodifiableSet(ordered);
    }

    /** The flow that shipped first, with these fixes put in. */
    public static FlowName legacy(Set<Fix> fixes) {
        return new FlowName(true, fixes);
    }

    /** The flow of this name; none where there is no such flow. */
    public static Optional<FlowName> parse(String text) {
        if (text.equals(FIXED_WORD)) {
            return Optional.of(FIXED);
        }
        var words = text.split("\\+", -1);
        if (!words[0].equals(LEGACY_WORD)) {
            return Optional.empty();
        }
        var fixes = EnumSet.noneOf(Fix.class);
        for (var i = 1; i < words.length; i++) {
            var fix = Fix.of(words[i]);
            if (fix.isEmpty() || !fixes.add(fix.get())) {
                return Optional.empty();
            }
        }
        return Optional.of(legacy(fixes));
    }

    /** What a name may look like, for those who gave another. */
    public static String choices() {
        return "fixed, legacy, or legacy with fixes, each once: legacy+"
                + EnumSet.allOf(Fix.class).stream().map(Fix::word).collect(Collectors.joining("+"));
    }

    /** Whether this fix is in it. */
    public boolean has(Fix fix) {
        return fixes.contains(fix);
    }

    /** The same with a fix put in or taken out; what is put together so is legacy. */
    public FlowName with(Fix fix, boolean in) {
        var changed = EnumSet.noneOf(Fix.class);
        changed.addAll(fixes);
        if (in) {
            changed.add(fix);
        } else {
            changed.remove(fix);
        }
        return legacy(changed);
    }

    /** The name as options and figures have it, fixes in the order of the report. */
    public String text() {
        if (!legacy) {
            return FIXED_WORD;
        }
        var text = new StringBuilder(LEGACY_WORD);
        fixes.forEach(fix -> text.append('+').append(fix.word()));
        return text.toString();
    }
}
