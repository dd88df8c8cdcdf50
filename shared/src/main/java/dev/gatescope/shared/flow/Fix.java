package dev.gatescope.shared.flow;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The four fixes of the incident report, each of which can be put into the legacy flow alone. */
public enum Fix {
    /** Accept first, then authenticate; and know of one end of a connection, not of two. */
    ACCEPT_ORDER("Accept order", "Accept, then authenticate"),
    /** Wait for the components, make the one that can be made, say so where one is broken. */
    DEPENDENCIES("Dependencies", "Wait for what is not ready"),
    /** Handlers are found by their own connection and go with it. */
    HANDLERS("Handlers", "A handler for each connection, given back"),
    /** A session is a block: committed or rolled back, and closed, on every way out. */
    SESSIONS("Sessions", "A session for each request, given back");

    private final String title;
    private final String meaning;

    Fix(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** What people call it, in a word or two. */
    public String title() {
        return title;
    }

    /** What it makes the gateway do, as a phrase without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** The word in a flow's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fix of this word. */
    static Optional<Fix> of(String word) {
        return Stream.of(values()).filter(fix -> fix.word().equals(word)).findFirst();
    }
}
