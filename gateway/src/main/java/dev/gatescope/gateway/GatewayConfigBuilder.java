package dev.gatescope.gateway;

import dev.gatescope.gateway.GatewayConfig.Address;
import dev.gatescope.gateway.GatewayConfig.Timeouts;
import dev.gatescope.gateway.admin.AdminAccess;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.flow.Gates;
import dev.gatescope.gateway.flow.LegacyParts;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.MessageHandler;
import dev.gatescope.gateway.sessions.DatabaseConfig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Builds a {@link GatewayConfig}; each method changes one thing and gives the builder back. */
public final class GatewayConfigBuilder {
    private final Map<String, MessageHandler> handlers = new HashMap<>();
    private Address clients = new Address("127.0.0.1", 0);
    private Address admin = new Address("127.0.0.1", 0);
    private String name = "gateway";
    private String flow = "fixed";
    private Environment environment = Environment.DEVELOPMENT;
    private DatabaseConfig database = DatabaseConfig.of(DatabaseConfig.inMemory(UUID.randomUUID()));
    private TokenRules tokens = TokenRules.development();
    private List<AdminAccess.Key> adminTokens = List.of();
    private Set<String> allowedOrigins = Set.of();
    private boolean demo;
    private boolean observe = true;
    private boolean allowFaults;
    private LegacyParts legacyParts = LegacyParts.usual();
    private Gates gates = Gates.OPEN;
    private final List<LifecycleHub.Observer> observers = new ArrayList<>();
    private Timeouts timeouts =
            new Timeouts(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofHours(1));

    GatewayConfigBuilder() {}

    /** Where clients connect; port 0 takes a free one. */
    public GatewayConfigBuilder clients(String host, int port) {
        clients = new Address(host, port);
        return this;
    }

    /** Where the admin API is; port 0 takes a free one. */
    public GatewayConfigBuilder admin(String host, int port) {
        admin = new Address(host, port);
        return this;
    }

    /** What the console's title shows. */
    public GatewayConfigBuilder name(String value) {
        name = value;
        return this;
    }

    /** Which flow connections go through. */
    public GatewayConfigBuilder flow(String value) {
        flow = value;
        return this;
    }

    /** How strict the gateway is. */
    public GatewayConfigBuilder environment(Environment value) {
        environment = value;
        return this;
    }

    /** The database at this JDBC URL of H2. */
    public GatewayConfigBuilder database(String url) {
        database = DatabaseConfig.of(url);
        return this;
    }

    /** The database with sizes and time-outs of one's own. */
    public GatewayConfigBuilder database(DatabaseConfig value) {
        database = value;
        return this;
    }

    /** How tokens are checked. */
    public GatewayConfigBuilder tokens(TokenRules value) {
        tokens = value;
        return this;
    }

    /** Who may use the admin port. */
    public GatewayConfigBuilder adminTokens(List<AdminAccess.Key> value) {
        adminTokens = value;
        return this;
    }

    /** Which pages of browsers are let in. */
    public GatewayConfigBuilder allowedOrigins(Set<String> value) {
        allowedOrigins = value;
        return this;
    }

    /** Whether the gateway makes demo traffic. */
    public GatewayConfigBuilder demo(boolean value) {
        demo = value;
        return this;
    }

    /** Whether facts are observed. */
    public GatewayConfigBuilder observe(boolean value) {
        observe = value;
        return this;
    }

    /** Whether faults may be injected in production too. */
    public GatewayConfigBuilder allowFaults(boolean value) {
        allowFaults = value;
        return this;
    }

    /** How long things may take. */
    public GatewayConfigBuilder timeouts(Timeouts value) {
        timeouts = value;
        return this;
    }

    /** Answers messages of an own type, which may also be a built-in one. */
    public GatewayConfigBuilder handler(String type, MessageHandler handler) {
        handlers.put(type, handler);
        return this;
    }

    /** What the legacy flow is made of where it is not fixed. */
    public GatewayConfigBuilder legacyParts(LegacyParts value) {
        legacyParts = value;
        return this;
    }

    /** Where connections can be held. */
    public GatewayConfigBuilder gates(Gates value) {
        gates = value;
        return this;
    }

    /** Tells one more observer every fact, unless nothing is observed. */
    public GatewayConfigBuilder observer(LifecycleHub.Observer value) {
        observers.add(value);
        return this;
    }

    /** The configuration. */
    public GatewayConfig build() {
        return new GatewayConfig(
                clients,
                admin,
                name,
                flow,
                environment,
                database,
                tokens,
                adminTokens,
                allowedOrigins,
                demo,
                timeouts,
                observe,
                handlers,
                legacyParts,
                gates,
                allowFaults,
                observers);
    }
}
