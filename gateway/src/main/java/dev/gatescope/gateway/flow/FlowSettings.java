package dev.gatescope.gateway.flow;

import java.time.Duration;

/**
 * What a flow is allowed to do and for how long.
 *
 * @param strict whether a broken component makes the gateway refuse connections; otherwise a
 *     fallback handler answers
 * @param startupWait how long a connection waits for the gateway to be ready
 * @param mostWaiting how many may wait at once
 * @param heartbeat told to clients in the welcome
 */
public record FlowSettings(
        boolean strict, Duration startupWait, int mostWaiting, Duration heartbeat) {}
