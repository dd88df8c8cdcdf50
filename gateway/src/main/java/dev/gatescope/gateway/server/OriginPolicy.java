package dev.gatescope.gateway.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which browser pages may talk to the gateway: those of the origins named, and in development those
 * from this machine. Requests of other programs carry no origin and pass.
 */
public final class OriginPolicy {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> allowed;
    private final boolean loopbackAllowed;

    public OriginPolicy(Set<String> allowed, boolean loopbackAllowed) {
        this.allowed = allowed.stream().map(OriginPolicy::normal).collect(Collectors.toSet());
        this.loopbackAllowed = loopbackAllowed;
    }

    /** Whether a request that carries this Origin header is let in. */
    public boolean allows(String origin) {
        return allowed.contains(normal(origin)) || (loopbackAllowed && isLoopback(origin));
    }

    private static boolean isLoopback(String origin) {
        try {
            var host = new URI(origin).getHost();
            return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String normal(String origin) {
        var lower = origin.strip().toLowerCase(Locale.ROOT);
        var bare = lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
        return withoutPort(withoutPort(bare, "http:", ":80"), "https:", ":443");
    }

    /** The usual port, which browsers leave out. */
    private static String withoutPort(String origin, String scheme, String port) {
        return origin.startsWith(scheme) && origin.endsWith(port)
                ? origin.substring(0, origin.length() - port.length())
                : origin;
    }
}
