package dev.gatescope.shared.protocol;

import java.util.Locale;

/** Whose side something is on that went wrong: who can do something about it. */
public enum Side {
    CLIENT,
    NETWORK,
    GATEWAY,
    OPERATOR,
    /** Nobody's: it was injected on purpose. */
    FAULT;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
