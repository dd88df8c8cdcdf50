package dev.gatescope.gateway.flow;

/** A socket of two flags was used in a state that only one of them knows of. */
final class NotConnected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final TwoFlagPeer.Flag client;
    private final TwoFlagPeer.Flag application;

    NotConnected(String complaint, TwoFlagPeer.Flag client, TwoFlagPeer.Flag application) {
        super(complaint, null, false, false);
        this.client = client;
        this.application = application;
    }

    String complaint() {
        return String.valueOf(getMessage());
    }

    TwoFlagPeer.Flag client() {
        return client;
    }

    TwoFlagPeer.Flag application() {
        return application;
    }
}
