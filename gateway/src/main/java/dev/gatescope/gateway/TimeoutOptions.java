package dev.gatescope.gateway;

import dev.gatescope.gateway.GatewayConfig.Timeouts;

import picocli.CommandLine.Option;

import java.time.Duration;

/** The options that say how long a gateway waits for what. */
@SuppressWarnings("NullAway.Init") // picocli sets each field to its default before anybody reads it
final class TimeoutOptions {
    @Option(
            names = "--heartbeat",
            paramLabel = "DURATION",
            defaultValue = "PT30S",
            description = "Between two pings, as ISO-8601 (default: ${DEFAULT-VALUE}).")
    private String heartbeat;

    @Option(
            names = "--auth-timeout",
            paramLabel = "DURATION",
            defaultValue = "PT5S",
            description = "For a first frame with a token (default: ${DEFAULT-VALUE}).")
    private String authTimeout;

    @Option(
            names = "--startup-wait",
            paramLabel = "DURATION",
            defaultValue = "PT10S",
            description =
                    "How long early clients wait for the gateway (default: ${DEFAULT-VALUE}).")
    private String startupWait;

    @Option(
            names = "--idle-timeout",
            paramLabel = "DURATION",
            defaultValue = "PT1H",
            description =
                    "Without a message before a connection is closed; PT0S for never (default:"
                            + " ${DEFAULT-VALUE}).")
    private String idleTimeout;

    Timeouts timeouts() throws InvalidOption {
        return new Timeouts(
                Durations.parse("--heartbeat", heartbeat, Duration.ofMillis(10)),
                Durations.parse("--auth-timeout", authTimeout, Duration.ofMillis(1)),
                Durations.parse("--startup-wait", startupWait, Duration.ZERO),
                Durations.parse("--idle-timeout", idleTimeout, Duration.ZERO));
    }
}
