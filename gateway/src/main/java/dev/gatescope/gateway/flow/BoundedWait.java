package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.agent.Services;
import dev.gatescope.gateway.auth.Refusal;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.PeerGone;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.startup.Readiness;
import dev.gatescope.gateway.startup.StartupGate;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets connections wait for the gateway, a bounded number for a bounded time. */
public final class BoundedWait implements StartupWait {
    private final StartupGate gate;
    private final Services services;
    private final Duration patience;
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    public BoundedWait(StartupGate gate, Services services, FlowSettings settings) {
        this.gate = gate;
        this.services = services;
        this.patience = settings.startupWait();
        this.most = settings.mostWaiting();
    }

    @Override
    public Readiness await(Connection connection, Peer peer, Listener listener)
            throws Refusal, PeerGone, InterruptedException {
        var decided = gate.decision().getNow(null);
        if (decided == null) {
            decided = awaitDecision(peer, listener);
        }
        return decided instanceof Readiness.Broken ? repaired(decided) : decided;
    }

    private Readiness awaitDecision(Peer peer, Listener listener)
            throws Refusal, PeerGone, InterruptedException {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            throw notReady("Too many clients wait for this gateway to start; try again later.");
        }
        try {
            listener.waiting(gate.missing(), gate.eventOfFirstMissing());
            var decided = peer.await(gate.decision(), patience);
            if (decided == null) {
                throw notReady("The gateway did not become ready in time; try again later.");
            }
            return decided;
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Where only the thread service is missing beside its supervisor, it is made on the spot. */
    private Readiness repaired(Readiness broken) {
        if (gate.hasFailed(ComponentName.THREAD_SERVICE) && services.createMissingThreadService()) {
            gate.createdOnDemand(ComponentName.THREAD_SERVICE);
        }
        return gate.decision().getNow(broken);
    }

    private Refusal notReady(String sentence) {
        return new Refusal(ErrorCode.NOT_READY, CloseCode.TRY_AGAIN_LATER, sentence)
                .because(gate.eventOfFirstMissing());
    }
}
