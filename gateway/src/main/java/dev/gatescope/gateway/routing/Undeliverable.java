package dev.gatescope.gateway.routing;

/**
 * The gateway's own socket is in no state to send, and it did not know: a failure of the gateway,
 * where {@link ClientGone} is a client's choice.
 */
public final class Undeliverable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Undeliverable(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
