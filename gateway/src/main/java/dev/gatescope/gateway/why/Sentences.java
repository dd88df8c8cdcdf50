package dev.gatescope.gateway.why;

import dev.gatescope.shared.admin.Event;

import java.util.Locale;

/** What an event says in a chain of whys: one plain sentence, without a full stop. */
final class Sentences {
    private static final String OTHER = "other";

    private Sentences() {}

    /** The sentence of an event; of one whose type is not known, its own. */
    static String of(Event event) {
        return switch (event.type()) {
            case "message.failed" -> "Routing failed: " + routingFailed(event);
            case "message.refused" ->
                    "The client's " + message(event) + " was refused with " + code(event);
            case "message.abandoned" ->
                    "The client left before its " + message(event) + " was answered";
            case "registration.failed" -> "The agent handler was not registered";
            case "handler.leaked" -> "The handler stayed although its connection is over";
            case "session.leaked" -> "A database session stayed open although its request is over";
            case "session.scope_failed" -> scopeFailed(event);
            case "session.rolled_back" -> "The database session was rolled back";
            case "connection.rejected" -> "The connection was refused with " + code(event);
            case "connection.wrong_state" -> wrongState(event);
            case "connection.closed" -> closed(event);
            case "component.starting" -> starting(event);
            case "component.failed" ->
                    "The " + component(event) + " failed: " + Data.text(event, "why");
            case "fault.started" ->
                    Data.text(event, "by")
                            + " injected the fault `"
                            + Data.text(event, "kind")
                            + "`";
            case "fault.hit" ->
                    "The injected fault `"
                            + Data.text(event, "kind")
                            + "` acted: "
                            + Data.text(event, "what");
            default -> withoutStop(event.message());
        };
    }

    /** The same within a sentence. */
    static String within(Event event) {
        var sentence = of(event);
        return sentence.isEmpty()
                ? sentence
                : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String routingFailed(Event event) {
        if (Data.has(event, "to_connection")) {
            return "the handler of another connection took "
                    + message(event)
                    + ", and its user "
                    + Data.text(event, "to_user")
                    + " got the answer";
        }
        return switch (code(event)) {
            case "NO_HANDLER" -> "no handler took " + message(event);
            case "NOT_READY" -> "more came before the connection was ready than is kept";
            default -> "the handler of " + message(event) + " failed";
        };
    }

    private static String scopeFailed(Event event) {
        return switch (Data.text(event, "reason")) {
            case "pattern" -> "The request took its database session for another shape than it has";
            case "acquire" -> "No database session could be had in time";
            case "commit" -> "The database session could not be committed";
            case "rollback" -> "The database session could not be rolled back";
            case "close" -> "The database session could not be closed";
            default -> "The database session's scope broke";
        };
    }

    private static String wrongState(Event event) {
        return Data.has(event, "complaint")
                ? "The socket was used although it was not connected"
                : withoutStop(event.message());
    }

    private static String closed(Event event) {
        return switch (Data.text(event, "outcome")) {
            case "failed" -> "The connection failed before it was ready";
            case "vanished" -> "The client left before the connection was ready";
            default -> withoutStop(event.message());
        };
    }

    private static String starting(Event event) {
        if (Data.text(event, "component").equals("migrations")) {
            return "The database's migrations were not over yet";
        }
        return Data.has(event, "why")
                ? "The " + component(event) + " was down: " + Data.text(event, "why")
                : "The " + component(event) + " was missing: it was still starting";
    }

    /** A component's name as people say it. */
    static String component(Event event) {
        return Data.text(event, "component").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String message(Event event) {
        var kind = Data.text(event, "type");
        return kind.isEmpty() || kind.equals(OTHER) ? "message" : "`" + kind + "`";
    }

    private static String code(Event event) {
        return Data.text(event, "code");
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** The part of the gateway in which an event happened. */
    static String part(Event event) {
        var family = event.type().substring(0, Math.max(0, event.type().indexOf('.')));
        return switch (family) {
            case "message", "handler" -> "router";
            case "session" -> "sessions";
            case "component" -> Data.text(event, "component");
            case "fault" -> "faults";
            case "registration" -> "registration";
            case "connection" -> partOfConnection(event);
            case "operator", "mark" -> "operator";
            default -> event.type().equals("flow.property") ? "flow" : "gateway";
        };
    }

    private static String partOfConnection(Event event) {
        return switch (event.type()) {
            case "connection.authenticated" -> "authentication";
            case "connection.waiting" -> "startup";
            case "connection.rejected" ->
                    switch (code(event)) {
                        case "NOT_READY" -> "startup";
                        case "REGISTRATION_FAILED" -> "registration";
                        default -> "authentication";
                    };
            default -> "connection";
        };
    }
}
