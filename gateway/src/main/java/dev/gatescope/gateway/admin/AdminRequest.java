package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.metrics.FigureView;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /** The body as a JSON object. */
    JsonNode object(JsonMapper json) throws AdminProblem {
        try {
            var object = json.readTree(body);
            if (object.isObject()) {
                return object;
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw AdminProblem.of(400, "The body must be a JSON object.");
    }

    /** Which figures are wanted: all, where nothing is said. */
    FigureView view() {
        return new FigureView(withDemo(), !"false".equals(query.get("injected")));
    }

    /** Whether demo traffic is wanted, as it is where nothing is said. */
    boolean withDemo() {
        return !"false".equals(query.get("demo"));
    }
}
