package dev.gatescope.gateway;

import dev.gatescope.gateway.admin.AdminAccess;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.flow.Gates;
import dev.gatescope.gateway.flow.LegacyParts;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.MessageHandler;
import dev.gatescope.gateway.sessions.DatabaseConfig;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a gateway is told before it starts; made by a {@link GatewayConfigBuilder}.
 *
 * @param clients where clients connect
 * @param admin where the admin API is
 * @param name shown in the console's title
 * @param adminTokens who may use the admin port; nobody needs a token where there are none
 * @param demo whether the gateway makes demo traffic
 * @param observe whether facts go to meters, journal and streams
 * @param handlers handlers of own message types, beside the built-in ones
 * @param legacyParts what the legacy flow is made of where it is not fixed
 * @param gates where connections can be held; everywhere open as a rule
 * @param allowFaults whether faults may be injected in production too
 * @param observers told every fact as it happens, on the thread on which it happens
 */
public record GatewayConfig(
        Address clients,
        Address admin,
        String name,
        String flow,
        Environment environment,
        DatabaseConfig database,
        TokenRules tokens,
        List<AdminAccess.Key> adminTokens,
        Set<String> allowedOrigins,
        boolean demo,
        Timeouts timeouts,
        boolean observe,
        Map<String, MessageHandler> handlers,
        LegacyParts legacyParts,
        Gates gates,
        boolean allowFaults,
        List<LifecycleHub.Observer> observers) {

    public GatewayConfig {
        adminTokens = List.copyOf(adminTokens);
        allowedOrigins = Set.copyOf(allowedOrigins);
        handlers = Map.copyOf(handlers);
        observers = List.copyOf(observers);
    }

    /** A host and a port to listen on; port 0 takes a free one. */
    public record Address(String host, int port) {}

    /**
     * How long things may take.
     *
     * @param heartbeat between two pings of a connection
     * @param auth for a first frame with a token
     * @param startup for a client that came before the gateway was ready
     * @param idle without a message before a connection is closed; zero for never
     */
    public record Timeouts(Duration heartbeat, Duration auth, Duration startup, Duration idle) {}

    /**
     * A gateway of development on free loopback ports with a database in memory, to be changed as
     * one likes.
     */
    public static GatewayConfigBuilder builder() {
        return new GatewayConfigBuilder();
    }
}
