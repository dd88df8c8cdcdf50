package dev.gatescope.gateway;

import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.routing.MessageHandler;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Everything that a gateway is told before it starts. {@link #defaults()} is a gateway of
 * development on free loopback ports with a database in memory; each {@code with…} gives a copy.
 *
 * @param name shown in the console's title
 * @param poolSize database sessions at most
 * @param idle after how long without a message a connection is closed; zero for never
 * @param observe whether facts go to meters, journal and streams
 * @param handlers handlers of own message types, beside the built-in ones
 */
public record GatewayConfig(
        String host,
        int port,
        String adminHost,
        int adminPort,
        String name,
        String flow,
        Environment environment,
        String databaseUrl,
        int poolSize,
        TokenRules tokens,
        List<AdminToken> adminTokens,
        Set<String> allowedOrigins,
        boolean demo,
        Duration heartbeat,
        Duration authTimeout,
        Duration startupWait,
        Duration idle,
        boolean observe,
        Map<String, MessageHandler> handlers) {

    /**
     * Somebody who may use the admin port.
     *
     * @param label the <em>who</em> in the journal
     * @param operator whether commands are allowed
     */
    public record AdminToken(String label, boolean operator, String token) {}

    public GatewayConfig {
        adminTokens = List.copyOf(adminTokens);
        allowedOrigins = Set.copyOf(allowedOrigins);
        handlers = Map.copyOf(handlers);
    }

    /** Development on free loopback ports, in memory. */
    public static GatewayConfig defaults() {
        return new GatewayConfig(
                "127.0.0.1",
                0,
                "127.0.0.1",
                0,
                "gateway",
                "fixed",
                Environment.DEVELOPMENT,
                "jdbc:h2:mem:" + UUID.randomUUID(),
                10,
                TokenRules.development(),
                List.of(),
                Set.of(),
                false,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                true,
                Map.of());
    }
}
