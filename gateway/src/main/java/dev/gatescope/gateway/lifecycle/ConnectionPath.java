package dev.gatescope.gateway.lifecycle;

import java.util.List;

/** The states that a connection goes through until it is ready, in the order of its flow. */
public enum ConnectionPath {
    /** The right order: whoever cannot be let in can be told why. */
    ACCEPT_FIRST(ConnectionState.CONNECTING, ConnectionState.AUTHENTICATING),
    /** The order that was shipped first. */
    AUTHENTICATE_FIRST(ConnectionState.AUTHENTICATING, ConnectionState.CONNECTING);

    private final List<ConnectionState> states;

    ConnectionPath(ConnectionState first, ConnectionState second) {
        states =
                List.of(
                        first,
                        second,
                        ConnectionState.WAITING,
                        ConnectionState.REGISTERING,
                        ConnectionState.READY);
    }

    /** Where a connection begins. */
    ConnectionState first() {
        return states.getFirst();
    }

    /** Whether the next state is a legal one. */
    boolean allows(ConnectionState from, ConnectionState next) {
        return switch (next) {
            case CLOSED -> from != ConnectionState.CLOSED;
            case CLOSING -> from != ConnectionState.CLOSED && from != ConnectionState.CLOSING;
            default -> states.contains(from) && states.indexOf(next) == states.indexOf(from) + 1;
        };
    }
}
