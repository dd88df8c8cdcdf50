package dev.gatescope.gateway.flow;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The four fixes of the incident report, each of which can be put into the legacy flow alone. */
public enum Fix {
    /** Accept first, then authenticate; and know of one end of a connection, not of two. */
    ACCEPT_ORDER,
    /** Wait for the components, make the one that can be made, say so where one is broken. */
    DEPENDENCIES,
    /** Handlers are found by their own connection and go with it. */
    HANDLERS,
    /** A session is a block: committed or rolled back, and closed, on every way out. */
    SESSIONS;

    /** The word in a flow's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fix of this word. */
    static Optional<Fix> of(String word) {
        return Stream.of(values()).filter(fix -> fix.word().equals(word)).findFirst();
    }
}
