package dev.gatescope.gateway.server;

/** A port cannot be listened on; the message is one sentence for people. */
public final class PortUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    PortUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
