package dev.gatescope.gateway.routing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a router does with the handler of a connection; three of the four were shipped. */
public enum HandlerPolicy {
    /** Found by its own connection only, and gone with it. */
    KEYED,
    /** Appended to a list from which nothing is ever removed: one more for each connection. */
    NEVER_REMOVED,
    /** Appended to a list; the clean-up removes it from a copy of that list, without effect. */
    REMOVED_FROM_COPY,
    /** The first connection's handler serves everybody's messages, and stays. */
    SHARED;

    /** The word in scenario files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The policy of this word. */
    public static Optional<HandlerPolicy> of(String word) {
        return Stream.of(values()).filter(policy -> policy.word().equals(word)).findFirst();
    }
}
