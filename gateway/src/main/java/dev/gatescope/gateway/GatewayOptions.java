package dev.gatescope.gateway;

import dev.gatescope.gateway.GatewayConfig.Timeouts;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.flow.ConnectionFlow;
import dev.gatescope.gateway.sessions.DatabaseConfig;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The options of a gateway, for its own program and for the console's. picocli fills the fields;
 * {@link #toConfig} checks what picocli cannot.
 */
@SuppressWarnings("NullAway.Init") // picocli sets each field to its default before anybody reads it
public final class GatewayOptions {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Where clients connect (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8025",
            description =
                    "A number from 0 to 65535; 0 takes a free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--admin-host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Where metrics and the admin API are (default: ${DEFAULT-VALUE}).")
    private String adminHost;

    @Option(
            names = "--admin-port",
            paramLabel = "PORT",
            defaultValue = "8026",
            description =
                    "A number from 0 to 65535; 0 takes a free port (default: ${DEFAULT-VALUE}).")
    private int adminPort;

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

    @Option(
            names = "--jwt-secret",
            paramLabel = "FILE",
            description = "A file whose bytes, 32 at least, sign tokens with HS256.")
    private @Nullable String jwtSecret;

    @Option(
            names = "--jwks",
            paramLabel = "URL",
            description = "Where the public keys of RS256 and ES256 tokens are.")
    private @Nullable String jwks;

    @Option(
            names = "--jwt-audience",
            paramLabel = "AUDIENCE",
            description = "What a token's aud must contain.")
    private @Nullable String jwtAudience;

    @Option(
            names = "--jwt-issuer",
            paramLabel = "ISSUER",
            description = "What a token's iss must be.")
    private @Nullable String jwtIssuer;

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
        checkHost("--host", host);
        checkHost("--admin-host", adminHost);
        var environment = environment();
        var admins = AdminTokenFile.read("--admin-token", adminToken);
        if (admins.isEmpty() && !isLoopback(adminHost)) {
            throw new InvalidOption(
                    "--admin-host "
                            + adminHost
                            + " is not this machine alone: give --admin-token FILE as well, so that"
                            + " not everybody may use the admin port.");
        }
        return GatewayConfig.builder()
                .clients(host, checkedPort("--port", port))
                .admin(adminHost, checkedPort("--admin-port", adminPort))
                .name(name == null ? hostName() : name)
                .flow(flow())
                .environment(environment)
                .database(databaseUrl())
                .tokens(tokenRules(environment))
                .adminTokens(admins)
                .allowedOrigins(origins())
                .demo(demo)
                .observe(isOn())
                .timeouts(
                        new Timeouts(
                                duration("--heartbeat", heartbeat, Duration.ofMillis(10)),
                                duration("--auth-timeout", authTimeout, Duration.ofMillis(1)),
                                duration("--startup-wait", startupWait, Duration.ZERO),
                                duration("--idle-timeout", idleTimeout, Duration.ZERO)))
                .build();
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
        if (ConnectionFlow.named(flow).isEmpty()) {
            throw new InvalidOption("--flow takes the name of a flow; this version knows: fixed.");
        }
        return flow;
    }

    private TokenRules tokenRules(Environment environment) throws InvalidOption {
        return TokenOptions.rules(
                jwtSecret, jwks, jwtAudience, jwtIssuer, environment.isStrict(), demo);
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

    private static int checkedPort(String option, int port) throws InvalidOption {
        if (port < 0 || port > 65_535) {
            throw new InvalidOption(option + " takes a number from 0 to 65535.");
        }
        return port;
    }

    private static Duration duration(String option, String text, Duration least)
            throws InvalidOption {
        return Durations.parse(option, text, least);
    }

    private static void checkHost(String option, String host) throws InvalidOption {
        if (host.isBlank() || addressOf(host).isEmpty()) {
            throw new InvalidOption(option + " names no host that can be found.");
        }
    }

    private static boolean isLoopback(String host) {
        return addressOf(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static Optional<InetAddress> addressOf(String host) {
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
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

    static URI uri(String option, String text) throws InvalidOption {
        try {
            var uri = URI.create(text);
            if (uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new InvalidOption(option + " takes a URL that begins with http:// or https://.");
    }
}
