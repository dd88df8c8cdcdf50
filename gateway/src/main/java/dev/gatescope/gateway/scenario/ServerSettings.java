package dev.gatescope.gateway.scenario;

import dev.gatescope.gateway.flow.LegacyParts;
import dev.gatescope.gateway.startup.ComponentName;

import java.time.Duration;

/**
 * How the gateways of a scenario are set up, whichever flow they run.
 *
 * @param environment {@code development}, {@code staging} or {@code production}
 * @param poolSize database sessions at most
 * @param acquireTimeout how long a request waits for a session
 * @param start what happens to a component when the gateway starts
 * @param legacy the worse parts that flows are made of where they are not fixed
 */
public record ServerSettings(
        String environment,
        int poolSize,
        Duration acquireTimeout,
        Start start,
        LegacyParts legacy) {

    /** How the start of the gateway goes. */
    public sealed interface Start {
        /** As it should. */
        record InOrder() implements Start {}

        /** A component is held back until every client of the first group has settled. */
        record Held(ComponentName component) implements Start {}

        /** A component fails, and the gateway goes on without it. */
        record Failed(ComponentName component) implements Start {}
    }
}
