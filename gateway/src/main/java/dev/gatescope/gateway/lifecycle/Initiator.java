package dev.gatescope.gateway.lifecycle;

import java.util.Locale;

/** Who ended a connection. */
public enum Initiator {
    CLIENT,
    GATEWAY,
    OPERATOR,
    /** A heartbeat or another deadline. */
    TIMEOUT,
    /** Nobody said goodbye: the connection broke. */
    NETWORK;

    /** Who that is, within a sentence. */
    String inWords() {
        return switch (this) {
            case CLIENT -> "the client";
            case GATEWAY -> "the gateway";
            case OPERATOR -> "an operator";
            case TIMEOUT -> "a timeout";
            case NETWORK -> "the network";
        };
    }

    /** The word on the wire and in the {@code initiator} label. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
