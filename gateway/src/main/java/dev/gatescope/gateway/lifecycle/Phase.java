package dev.gatescope.gateway.lifecycle;

import java.util.Locale;

/** The steps that a connection takes to be ready, and the time after them. */
public enum Phase {
    ACCEPT,
    AUTH,
    STARTUP,
    REGISTER,
    READY;

    /** The value of the {@code phase} label. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
