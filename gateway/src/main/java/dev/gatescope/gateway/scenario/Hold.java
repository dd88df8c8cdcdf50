package dev.gatescope.gateway.scenario;

import dev.gatescope.gateway.flow.Checkpoint;

/** Where the gateway is made to wait for a client, and for what. */
public record Hold(Checkpoint at, Until until) {
    /** What ends a hold. */
    public enum Until {
        /** The client has left, and the gateway's socket knows it where it can. */
        CLIENT_LEFT,
        /** Every client of the group is held, or gone. */
        ALL_ARRIVED
    }
}
