package dev.gatescope.gateway.routing;

/** The client left, so that nothing can be sent to it any more. */
public final class ClientGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClientGone() {
        super("the client has left", null, false, false);
    }
}
