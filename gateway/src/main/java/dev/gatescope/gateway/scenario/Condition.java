package dev.gatescope.gateway.scenario;

import dev.gatescope.gateway.startup.ComponentName;

/** What a gateway is in while the clients of a group come. */
public sealed interface Condition {
    /** Nothing is wrong. */
    record Fine() implements Condition {}

    /**
     * A component is down when they come, and comes up once each of them has settled: it waits, or
     * was registered, or could not be, or is gone.
     */
    record ComponentDown(ComponentName component) implements Condition {}

    /** The database's connections are made anew before they come, so that none is leaked yet. */
    record DatabaseRenewed() implements Condition {}
}
