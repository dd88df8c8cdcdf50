package dev.gatescope.gateway;

import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.leaks.Leak;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.shared.flow.FlowName;
import dev.gatescope.shared.protocol.CloseCode;

/** The flow that a gateway runs now, and its change for another. Safe from any thread. */
final class CurrentFlow {
    /** Ends the connections that are there. */
    @FunctionalInterface
    interface Closing {
        /** Returns when they are over, or when it has taken too long. */
        void closeAll(Ending ending) throws InterruptedException;
    }

    private final Flows flows;
    private final LifecycleHub hub;
    private final Object changing = new Object();
    private volatile Flows.Running running;
    private volatile boolean stopped;

    /** Begins with this flow. */
    CurrentFlow(Flows flows, LifecycleHub hub, FlowName first) {
        this.flows = flows;
        this.hub = hub;
        this.running = flows.running(first, LifecycleHub.NONE);
    }

    /** Its name. */
    String name() {
        return running.name().text();
    }

    /** Its router. */
    MessageRouter router() {
        return running.parts().router();
    }

    /** Lives through one connection. */
    void run(Peer peer) throws InterruptedException {
        running.run(peer);
    }

    /**
     * Runs another flow from now on: the connections of the one before are closed with 1012, and
     * what it never gave back is taken back.
     *
     * @param cause the event that asked for it
     * @return false where the gateway is being stopped
     */
    boolean change(FlowName next, Closing connections, long cause) {
        synchronized (changing) {
            if (stopped) {
                return false;
            }
            var before = running;
            var fact = new OperationFact.FlowChanged(name(), next.text());
            var changed = hub.report(null, cause, fact);
            running = flows.running(next, changed);
            try {
                connections.closeAll(
                        Ending.byGateway(CloseCode.SERVICE_RESTART, "the flow is being changed")
                                .because(changed));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            before.giveBack(changed);
            return true;
        }
    }

    /**
     * Closes for real one that is leaked; while the flow is changed this waits, and finds it taken
     * back.
     *
     * @param cause the event that says who wanted it
     * @return false where it has come back already
     */
    boolean reclaim(Leak.Item item, long cause) {
        synchronized (changing) {
            return running.reclaim(item, cause);
        }
    }

    /** Changes no more; a change that is under way goes on. */
    void stop() {
        stopped = true;
    }

    /**
     * Takes back what the flow never gave back, once no change is under way.
     *
     * @param cause the event that says why
     */
    void giveBack(long cause) {
        synchronized (changing) {
            running.giveBack(cause);
        }
    }
}
