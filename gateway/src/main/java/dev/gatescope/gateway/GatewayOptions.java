package dev.gatescope.gateway;

import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.shared.flow.FlowName;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The options of a gateway, for its own program and for the console's. picocli fills the fields;
 * {@link #toConfig} checks what picocli cannot.
 */
@SuppressWarnings("NullAway.Init") // picocli sets each field to its default before anybody reads it
public final class GatewayOptions {
    @Mixin private final PortOptions ports = new PortOptions();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Shown in the console's title (default: this machine's name).")
    private @Nullable String name;

    @Option(
            names = "--flow",
            paramLabel = "NAME",
            defaultValue = "fixed",
            description = "How connections are treated; this version knows: fixed.")
    private String flow;

    @Option(
            names = "--env",
            paramLabel = "ENV",
            defaultValue = "development",
            description =
                    "development, staging or production. Development lets clients without a token"
                            + " in as user dev (default: ${DEFAULT-VALUE}).")
    private String env;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description =
                    "A JDBC URL of H2, or mem for a database in memory (default: a file in your"
                            + " data folder; mem with --demo).")
    private @Nullable String db;

    @Mixin private final TokenOptions tokens = new TokenOptions();

    @Option(
            names = "--admin-token",
            paramLabel = "FILE",
            description =
                    "A file with lines LABEL ROLE TOKEN; the roles are viewer and operator. Without"
                            + " it the admin port is for this machine only.")
    private @Nullable String adminToken;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            split = ",",
            description = "A web page's origin that is let in; may be given more than once.")
    private Set<String> allowOrigin = new LinkedHashSet<>();

    @Option(
            names = "--demo",
            paramLabel = "true|false",
            description = "Makes demo traffic over real sockets.")
    private boolean demo;

    @Option(
            names = "--allow-faults",
            paramLabel = "true|false",
            description = "Lets operators inject faults in production too.")
    private boolean allowFaults;

    @Mixin private final TimeoutOptions timeouts = new TimeoutOptions();

    @Option(
            names = "--observe",
            paramLabel = "on|off",
            defaultValue = "on",
            description = "off measures what observation costs (default: ${DEFAULT-VALUE}).")
    private String observe;

    /** The same options with demo traffic, whatever was said. */
    public void switchDemoOn() {
        demo = true;
    }

    /**
     * The configuration that the options ask for.
     *
     * @throws InvalidOption with a sentence that names the option and says what to do
     */
    public GatewayConfig toConfig() throws InvalidOption {
        var environment = environment();
        var admins = AdminTokenFile.read("--admin-token", adminToken);
        ports.check(!admins.isEmpty());
        var config =
                GatewayConfig.builder()
                        .name(name == null ? hostName() : name)
                        .flow(flow())
                        .environment(environment)
                        .database(databaseUrl())
                        .tokens(tokens.rules(environment.isStrict(), demo))
                        .adminTokens(admins)
                        .allowedOrigins(origins())
                        .demo(demo)
                        .observe(isOn())
                        .allowFaults(allowFaults)
                        .timeouts(timeouts.timeouts());
        ports.addTo(config);
        return config.build();
    }

    private Environment environment() throws InvalidOption {
        for (var environment : Environment.values()) {
            if (environment.word().equals(env)) {
                return environment;
            }
        }
        throw new InvalidOption("--env takes development, staging or production.");
    }

    private String flow() throws InvalidOption {
        if (FlowName.parse(flow).isEmpty()) {
            throw new InvalidOption("--flow must be " + FlowName.choices() + ".");
        }
        return flow;
    }

    private String databaseUrl() throws InvalidOption {
        if ("mem".equals(db) || (db == null && demo)) {
            return DatabaseConfig.inMemory(UUID.randomUUID());
        }
        if (db == null) {
            return DataFolder.databaseUrl();
        }
        if (!db.startsWith("jdbc:h2:")) {
            throw new InvalidOption(
                    "--db takes a JDBC URL of H2 such as jdbc:h2:~/gatescope, or mem.");
        }
        return db;
    }

    private boolean isOn() throws InvalidOption {
        return switch (observe) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new InvalidOption("--observe takes on or off.");
        };
    }

    private Set<String> origins() throws InvalidOption {
        for (var origin : allowOrigin) {
            if (!isOrigin(origin)) {
                throw new InvalidOption(
                        "--allow-origin takes the origin of a page, such as"
                                + " https://app.example.com: scheme, host and port, no path.");
            }
        }
        return allowOrigin;
    }

    private static boolean isOrigin(String text) {
        try {
            var uri = URI.create(text);
            return uri.getScheme() != null
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "gateway";
        }
    }
}
