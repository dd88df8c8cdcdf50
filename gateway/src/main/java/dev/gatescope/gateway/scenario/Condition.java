package dev.gatescope.gateway.scenario;

import dev.gatescope.gateway.startup.ComponentName;

import java.util.List;

/** What a gateway is in while the clients of a group come. */
public sealed interface Condition {
    /** Nothing is wrong. */
    record Fine() implements Condition {}

    /**
     * A component is down when they come, and comes up once each of them has settled: it waits, or
     * was registered, or could not be, or is gone.
     */
    record ComponentDown(ComponentName component) implements Condition {
        /** What can go and come back while a gateway runs; all others stay as they are. */
        static final List<ComponentName> POSSIBLE =
                List.of(ComponentName.THREAD_SERVICE, ComponentName.AGENT_SUPERVISOR);
    }

    /** The database's connections are made anew before they come, so that none is leaked yet. */
    record DatabaseRenewed() implements Condition {}
}
