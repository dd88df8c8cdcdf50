package dev.gatescope.gateway.faults;

import java.util.ArrayList;
import java.util.List;

/** The replacements of one moment, the oldest first; another moment has another object. */
final class Replacements {
    static final Replacements NONE = new Replacements(List.of());

    private final List<Acting> acting;

    private Replacements(List<Acting> acting) {
        this.acting = acting;
    }

    boolean isEmpty() {
        return acting.isEmpty();
    }

    List<Acting> oldestFirst() {
        return acting;
    }

    Replacements with(ActiveFault fault, List<Hook> hooks) {
        var more = new ArrayList<>(acting);
        hooks.forEach(hook -> more.add(new Acting(fault, hook)));
        return new Replacements(more);
    }

    Replacements without(ActiveFault fault) {
        return new Replacements(acting.stream().filter(one -> one.fault() != fault).toList());
    }
}
