package dev.gatescope.gateway.admin;

import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultRequest.StopWhen;
import dev.gatescope.shared.admin.FaultScope;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a fault that somebody asks for; what is of the wrong kind is a problem that names it. */
final class FaultBody {
    private static final Set<String> FIELDS =
            Set.of(
                    "kind",
                    "parameters",
                    "scope",
                    "duration",
                    "lease",
                    "seed",
                    "stop_when",
                    "reason");
    private static final Set<String> SCOPES = Set.of("percent", "user", "connection", "type");

    private final JsonNode body;

    FaultBody(JsonNode body) {
        this.body = body;
    }

    FaultRequest request() throws AdminProblem {
        return new FaultRequest(
                required("kind"),
                parameters(),
                scope(),
                required("duration"),
                text(body, "lease", "lease"),
                seed(),
                stopWhen(),
                required("reason"));
    }

    /** The names of fields that nobody knows. */
    List<String> unknown() {
        var unknown = new ArrayList<String>();
        body.propertyNames().stream().filter(name -> !FIELDS.contains(name)).forEach(unknown::add);
        body.path("scope").propertyNames().stream()
                .filter(name -> !SCOPES.contains(name))
                .forEach(name -> unknown.add("scope." + name));
        return unknown;
    }

    private String required(String field) throws AdminProblem {
        var text = text(body, field, field);
        if (text == null) {
            throw AdminProblem.ofField(field, field + " is missing; it must be a text.");
        }
        return text;
    }

    private static @Nullable String text(JsonNode parent, String name, String field)
            throws AdminProblem {
        var node = parent.path(name);
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isString()) {
            throw AdminProblem.ofField(field, field + " must be a text.");
        }
        return node.stringValue();
    }

    private static @Nullable Double number(JsonNode parent, String name, String field)
            throws AdminProblem {
        var node = parent.path(name);
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isNumber()) {
            throw AdminProblem.ofField(field, field + " must be a number.");
        }
        return node.doubleValue();
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private @Nullable JsonNode object(String field) throws AdminProblem {
        var node = body.path(field);
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isObject()) {
            throw AdminProblem.ofField(field, field + " must be an object.");
        }
        return node;
    }

    private Map<String, Object> parameters() throws AdminProblem {
        var given = new LinkedHashMap<String, Object>();
        var object = object("parameters");
        if (object != null) {
            object.properties()
                    .forEach(one -> {
                        if (!isAbsent(one.getValue())) {
                            given.put(one.getKey(), value(one.getValue()));
                        }
                    });
        }
        return given;
    }

    /** A whole number, a text, or the node itself, which no parameter takes. */
    private static Object value(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        return node.isString() ? node.stringValue() : node;
    }

    private @Nullable FaultScope scope() throws AdminProblem {
        var scope = object("scope");
        return scope == null
                ? null
                : new FaultScope(
                        number(scope, "percent", "scope.percent"),
                        text(scope, "user", "scope.user"),
                        text(scope, "connection", "scope.connection"),
                        text(scope, "type", "scope.type"));
    }

    private @Nullable Long seed() throws AdminProblem {
        var node = body.path("seed");
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw AdminProblem.ofField("seed", "seed must be a whole number of 64 bits.");
        }
        return node.longValue();
    }

    private @Nullable StopWhen stopWhen() throws AdminProblem {
        var condition = object("stop_when");
        if (condition == null) {
            return null;
        }
        var figure = text(condition, "figure", "stop_when.figure");
        if (figure == null) {
            throw AdminProblem.ofField("stop_when.figure", "stop_when.figure is missing.");
        }
        return new StopWhen(
                figure,
                number(condition, "below", "stop_when.below"),
                number(condition, "above", "stop_when.above"));
    }
}
