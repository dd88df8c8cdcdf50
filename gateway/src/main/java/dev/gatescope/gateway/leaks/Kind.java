package dev.gatescope.gateway.leaks;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be leaked. */
public enum Kind {
    /** A connection's place in the router. */
    HANDLER("end of the connection"),
    /** A request's database session. */
    SESSION("end of the request");

    private final String expected;

    Kind(String expected) {
        this.expected = expected;
    }

    /** When it should be given back. */
    String expected() {
        return expected;
    }

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this word. */
    public static Optional<Kind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
