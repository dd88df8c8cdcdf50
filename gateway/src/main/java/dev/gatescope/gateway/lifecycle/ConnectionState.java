package dev.gatescope.gateway.lifecycle;

import java.util.Locale;
import java.util.Set;

/** Where a connection is; a state knows which states may follow it in the fixed flow. */
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

    /** Whether the next state is a legal one. */
    public boolean mayBecome(ConnectionState next) {
        return followers().contains(next);
    }

    private Set<ConnectionState> followers() {
        return switch (this) {
            case CONNECTING -> Set.of(AUTHENTICATING, CLOSING, CLOSED);
            case AUTHENTICATING -> Set.of(WAITING, CLOSING, CLOSED);
            case WAITING -> Set.of(REGISTERING, CLOSING, CLOSED);
            case REGISTERING -> Set.of(READY, CLOSING, CLOSED);
            case READY -> Set.of(CLOSING, CLOSED);
            case CLOSING -> Set.of(CLOSED);
            case CLOSED -> Set.of();
        };
    }
}
