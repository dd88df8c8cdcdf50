package dev.gatescope.gateway;

/** A gateway could not be started; the message is one sentence that says what to do. */
public final class GatewayStartException extends Exception {
    private static final long serialVersionUID = 1L;

    GatewayStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    GatewayStartException(String sentence) {
        super(sentence);
    }
}
