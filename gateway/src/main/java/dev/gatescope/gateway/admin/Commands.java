package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.ConnectionState;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.shared.flow.FlowName;
import dev.gatescope.shared.protocol.CloseCode;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What an operator does. Each act is an event that says who did it and why, and comes before what
 * it causes. Safe from any thread.
 */
final class Commands {
    /** What a close frame has room for. */
    private static final int MOST_REASON_BYTES = 123;

    private static final int MOST_LABEL = 200;

    private final Operations operations;
    private final Connections connections;
    private final LeakList leaks;
    private final LifecycleHub hub;
    private final JsonMapper json;

    Commands(
            Operations operations,
            Connections connections,
            LeakList leaks,
            LifecycleHub hub,
            JsonMapper json) {
        this.operations = operations;
        this.connections = connections;
        this.leaks = leaks;
        this.hub = hub;
        this.json = json;
    }

    /** Closes a connection, once: of those who want the same at a time one only has acted. */
    synchronized void close(AdminRequest request, AdminAccess.Person person, String id)
            throws AdminProblem {
        var code = closeCode(request);
        var reason = reason(request);
        var number = Ids.connection(id);
        var connection = number.isPresent() ? connections.find(number.getAsLong()) : null;
        if (connection == null || isOver(connection.state())) {
            throw nothingToClose();
        }
        var acted = acted(connection, person, "closes " + id + " with " + code, reason);
        if (!operations.close(connection.number(), code, reason, acted)) {
            throw nothingToClose();
        }
    }

    private static boolean isOver(ConnectionState state) {
        return state == ConnectionState.CLOSING || state == ConnectionState.CLOSED;
    }

    private static AdminProblem nothingToClose() {
        return AdminProblem.of(404, "No connection of that id is open.");
    }

    private static int closeCode(AdminRequest request) throws AdminProblem {
        var text = request.parameter("code");
        if (text == null) {
            return CloseCode.NORMAL.code();
        }
        try {
            var code = Integer.parseInt(text);
            if (CloseCode.operatorMaySend(code)) {
                return code;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw AdminProblem.ofField("code", "code must be 1000 or a number from 3000 to 4999.");
    }

    private static String reason(AdminRequest request) throws AdminProblem {
        var given = request.parameter("reason");
        var reason = given == null ? "closed by an operator" : given;
        if (reason.getBytes(StandardCharsets.UTF_8).length > MOST_REASON_BYTES) {
            throw AdminProblem.ofField(
                    "reason", "reason must not be longer than " + MOST_REASON_BYTES + " bytes.");
        }
        return reason;
    }

    /** Sets a labelled line on every chart. */
    void mark(AdminRequest request, AdminAccess.Person person) throws AdminProblem {
        var label = request.object(json).path("label");
        if (!label.isString()
                || label.stringValue().isBlank()
                || label.stringValue().length() > MOST_LABEL) {
            throw AdminProblem.ofField(
                    "label", "label must be a text of 1 to " + MOST_LABEL + " characters.");
        }
        hub.report(
                null,
                LifecycleHub.NONE,
                new OperationFact.MarkSet(person.label(), label.stringValue().strip()));
    }

    /** Closes what is leaked; of those who want the same at a time one only has acted. */
    synchronized void reclaim(AdminAccess.Person person, String id) throws AdminProblem {
        var leak = leaks.leaked(id);
        var owner = leak.connection();
        var about = owner == null ? null : connections.find(owner);
        var acted =
                acted(
                        about,
                        person,
                        "reclaims the leaked " + leak.item().kind().word() + " " + id,
                        "");
        if (!operations.reclaim(leak.item(), acted)) {
            throw LeakList.over();
        }
    }

    /** Switches demo traffic. */
    void demo(AdminRequest request, AdminAccess.Person person) throws AdminProblem {
        var running = request.object(json).path("running");
        if (!running.isBoolean()) {
            throw AdminProblem.ofField("running", "running must be true or false.");
        }
        var on = running.booleanValue();
        acted(null, person, "switches demo traffic " + (on ? "on" : "off"), "");
        operations.runDemo(on);
    }

    /** Runs another flow. */
    void flow(AdminRequest request, AdminAccess.Person person) throws AdminProblem {
        var flow = request.object(json).path("flow");
        var name =
                flow.isString() ? FlowName.parse(flow.stringValue()) : Optional.<FlowName>empty();
        if (name.isEmpty()) {
            throw AdminProblem.ofField("flow", "flow must be " + FlowName.choices() + ".");
        }
        var text = name.get().text();
        var acted = acted(null, person, "changes the flow to " + text, "");
        if (!operations.changeFlow(text, acted)) {
            throw AdminProblem.of(503, "The gateway is being stopped.");
        }
    }

    private long acted(
            @Nullable Connection about, AdminAccess.Person person, String what, String reason) {
        return hub.report(
                about,
                LifecycleHub.NONE,
                new OperationFact.OperatorActed(person.label(), what, reason));
    }
}
