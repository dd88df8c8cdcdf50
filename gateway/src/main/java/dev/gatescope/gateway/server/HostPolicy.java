package dev.gatescope.gateway.server;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/**
 * Which Host headers the admin port answers: its own. A page that makes a name of its own point to
 * this machine sends another.
 */
public final class HostPolicy {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    private final String own;
    private final String name;

    /**
     * @param own the host that is listened on
     * @param name the gateway's name, by which it is called where it listens on every address
     */
    public HostPolicy(String own, String name) {
        this.own = own.toLowerCase(Locale.ROOT);
        this.name = name.toLowerCase(Locale.ROOT);
    }

    boolean isOwn(@Nullable String header) {
        if (header == null) {
            return false;
        }
        var host = withoutPort(header.strip().toLowerCase(Locale.ROOT));
        return host.equals(own)
                || host.equals("[" + own + "]")
                || LOOPBACK.contains(host)
                || (ANY_ADDRESS.contains(own) && (host.equals(name) || isAddress(host)));
    }

    private static String withoutPort(String header) {
        var bracket = header.lastIndexOf(']');
        var colon = header.lastIndexOf(':');
        return colon > bracket ? header.substring(0, colon) : header;
    }

    /** An address cannot be made to point elsewhere, as a name can. */
    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }
}
