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

    /** The word on the wire and in the {@code initiator} label. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
