package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.lifecycle.Causes;
import dev.gatescope.gateway.lifecycle.Explained;

import java.util.List;

/** A socket of two flags was used in a state that only one of them knows of. */
final class NotConnected extends RuntimeException implements Explained {
    private static final long serialVersionUID = 1L;

    private final TwoFlagPeer.Flag client;
    private final TwoFlagPeer.Flag application;

    private final transient Causes causes;

    /**
     * @param causes the events that explain it: what changed a flag, and that there are two
     */
    NotConnected(
            String complaint,
            TwoFlagPeer.Flag client,
            TwoFlagPeer.Flag application,
            Causes causes) {
        super(complaint, null, false, false);
        this.client = client;
        this.application = application;
        this.causes = causes;
    }

    @Override
    public long because() {
        return causes.main();
    }

    @Override
    public List<Long> further() {
        return causes.also();
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
