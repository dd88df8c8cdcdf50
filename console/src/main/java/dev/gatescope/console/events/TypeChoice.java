package dev.gatescope.console.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which types of events to show: all, a family, or one.
 *
 * @param prefix what a type begins with; nothing means all
 */
record TypeChoice(String prefix) {
    static final TypeChoice ALL = new TypeChoice("");

    /** The families and their types, in the order in which a connection meets them. */
    private static final List<Map.Entry<String, List<String>>> KNOWN =
            List.of(
                    Map.entry(
                            "connection",
                            List.of(
                                    "opened",
                                    "accepted",
                                    "authenticated",
                                    "waiting",
                                    "registered",
                                    "ready",
                                    "rejected",
                                    "closed",
                                    "wrong_state")),
                    Map.entry(
                            "message",
                            List.of(
                                    "received",
                                    "queued",
                                    "routed",
                                    "refused",
                                    "abandoned",
                                    "failed",
                                    "sent")),
                    Map.entry("registration", List.of("failed")),
                    Map.entry("handler", List.of("added", "removed", "leaked")),
                    Map.entry(
                            "session",
                            List.of(
                                    "opened",
                                    "committed",
                                    "rolled_back",
                                    "closed",
                                    "leaked",
                                    "returned",
                                    "scope_failed")),
                    Map.entry(
                            "component",
                            List.of("starting", "ready", "failed", "created_on_demand")),
                    Map.entry("fault", List.of("started", "hit", "ended")),
                    Map.entry("flow", List.of("changed")),
                    Map.entry("operator", List.of("acted")),
                    Map.entry("mark", List.of("set")),
                    Map.entry("events", List.of("dropped")));

    /** All choices: everything, then each family with its types. */
    static List<TypeChoice> all() {
        var choices = new ArrayList<TypeChoice>();
        choices.add(ALL);
        for (var family : KNOWN) {
            choices.add(new TypeChoice(family.getKey() + "."));
            for (var type : family.getValue()) {
                choices.add(new TypeChoice(family.getKey() + "." + type));
            }
        }
        return List.copyOf(choices);
    }

    boolean matches(String type) {
        return isFamily() ? type.startsWith(prefix) : type.equals(prefix);
    }

    /** The choice in words. */
    @Override
    public String toString() {
        if (prefix.isEmpty()) {
            return "All types";
        }
        return isFamily() ? "All of " + prefix + "*" : prefix;
    }

    private boolean isFamily() {
        return prefix.isEmpty() || prefix.endsWith(".");
    }
}
