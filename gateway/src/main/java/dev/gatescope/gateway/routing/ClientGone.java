package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.Explained;

/** The client left, so that nothing can be sent to it any more. */
public final class ClientGone extends RuntimeException implements Explained {
    private static final long serialVersionUID = 1L;

    private final long because;

    /**
     * @param because the event that explains why it is gone; none where it left by itself
     */
    public ClientGone(long because) {
        super("the client has left", null, false, false);
        this.because = because;
    }

    @Override
    public long because() {
        return because;
    }
}
