package dev.gatescope.gateway.admin;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A request on the admin port.
 *
 * @param query the first value of each parameter
 * @param authorization the Authorization header
 * @param body what was sent with it, empty where nothing was
 */
public record AdminRequest(
        String method,
        String path,
        Map<String, String> query,
        @Nullable String authorization,
        String body) {
    /** A parameter; none where it is missing or empty. */
    @Nullable String parameter(String name) {
        var value = query.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Whether demo traffic is wanted, as it is where nothing is said. */
    boolean withDemo() {
        return !"false".equals(query.get("demo"));
    }
}
