package dev.gatescope.gateway;

import picocli.CommandLine.Option;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** The options that say where a gateway listens. */
@SuppressWarnings("NullAway.Init") // picocli sets each field to its default before anybody reads it
final class PortOptions {
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

    /** Where clients connect, and where the admin API is. */
    void addTo(GatewayConfigBuilder config) throws InvalidOption {
        config.clients(host, checkedPort("--port", port))
                .admin(adminHost, checkedPort("--admin-port", adminPort));
    }

    /**
     * Checks that both hosts can be found.
     *
     * @param guarded whether the admin port asks for tokens; without them it is for this machine
     */
    void check(boolean guarded) throws InvalidOption {
        checkHost("--host", host);
        checkHost("--admin-host", adminHost);
        if (!guarded && !isLoopback(adminHost)) {
            throw new InvalidOption(
                    "--admin-host "
                            + adminHost
                            + " is not this machine alone: give --admin-token FILE as well, so that"
                            + " not everybody may use the admin port.");
        }
    }

    private static int checkedPort(String option, int port) throws InvalidOption {
        if (port < 0 || port > 65_535) {
            throw new InvalidOption(option + " takes a number from 0 to 65535.");
        }
        return port;
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
}
