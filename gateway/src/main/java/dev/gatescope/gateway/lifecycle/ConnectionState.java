package dev.gatescope.gateway.lifecycle;

import java.util.Locale;

/** Where a connection is; its {@link ConnectionPath} says what may follow. */
public enum ConnectionState {
    CONNECTING,
    AUTHENTICATING,
    WAITING,
    REGISTERING,
    READY,
    CLOSING,
    CLOSED;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The phase that a connection is in while in this state. */
    public Phase phase() {
        return switch (this) {
            case CONNECTING -> Phase.ACCEPT;
            case AUTHENTICATING -> Phase.AUTH;
            case WAITING -> Phase.STARTUP;
            case REGISTERING -> Phase.REGISTER;
            case READY, CLOSING, CLOSED -> Phase.READY;
        };
    }
}
