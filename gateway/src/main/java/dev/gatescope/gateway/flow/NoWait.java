package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.startup.Readiness;
import dev.gatescope.gateway.startup.StartupGate;

/** Waits for nothing: a connection goes on with whatever is there at that moment. */
public final class NoWait implements StartupWait {
    private final StartupGate gate;

    public NoWait(StartupGate gate) {
        this.gate = gate;
    }

    @Override
    public Readiness await(Connection connection, Peer peer, Listener listener) {
        var decided = gate.decision().getNow(null);
        return decided == null
                ? new Readiness.Broken(gate.missing(), gate.eventOfFirstMissing())
                : decided;
    }
}
