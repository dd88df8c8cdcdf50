package dev.gatescope.shared.sequence;

import static dev.gatescope.shared.sequence.Lifeline.AGENT;
import static dev.gatescope.shared.sequence.Lifeline.CLIENT;
import static dev.gatescope.shared.sequence.Lifeline.HANDLER;
import static dev.gatescope.shared.sequence.Lifeline.ROUTER;
import static dev.gatescope.shared.sequence.Lifeline.SESSION;
import static dev.gatescope.shared.sequence.Lifeline.WEBSOCKET;
import static dev.gatescope.shared.sequence.Row.Kind.CALL;
import static dev.gatescope.shared.sequence.Row.Kind.ERROR;
import static dev.gatescope.shared.sequence.Row.Kind.NOTE;
import static dev.gatescope.shared.sequence.Row.Kind.REPLY;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.sequence.Row.Arrow;

import java.util.List;
import java.util.Set;

/**
 * Which event becomes which arrow: one table for all types. What an arrow within a message depends
 * on, its {@link Message} says. A type that this version does not know becomes a remark.
 */
final class EventArrows {
    /** The type of the frame that says that a connection is ready. */
    static final String WELCOME = "connection_established";

    private static final Set<String> FOR_THE_AGENT = Set.of("chat", "user_message", "start_agent");
    private static final int LONGEST_LIST = 3;

    /**
     * The message that an event belongs to.
     *
     * @param kind its type
     * @param handled whether it reached a handler
     * @param early whether it came before there could be one
     */
    record Message(String kind, boolean handled, boolean early) {
        static final Message NONE = new Message("", false, false);

        boolean forTheAgent() {
            return FOR_THE_AGENT.contains(kind);
        }

        /** Who answers it. */
        Lifeline answering() {
            if (kind.isEmpty() || early) {
                return WEBSOCKET;
            }
            return !handled ? ROUTER : forTheAgent() ? AGENT : HANDLER;
        }
    }

    private final Event event;
    private final long at;
    private final Message message;

    private EventArrows(Event event, long at, Message message) {
        this.event = event;
        this.at = at;
        this.message = message;
    }

    /**
     * The arrows of an event.
     *
     * @param at milliseconds since the connection was opened
     */
    static List<Arrow> of(Event event, long at, Message message) {
        return new EventArrows(event, at, message).arrows();
    }

    /** The welcome; also where only its effect is still known. */
    static Arrow welcome(long at) {
        return Arrow.of(at, WEBSOCKET, CLIENT, REPLY, WELCOME, "welcome").taking(Step.WELCOME);
    }

    private List<Arrow> arrows() {
        return switch (event.type()) {
            case "connection.opened" -> List.of(arrow(CLIENT, WEBSOCKET, CALL, "Connect"));
            case "connection.accepted" ->
                    List.of(arrow(WEBSOCKET, CLIENT, REPLY, accept()).taking(Step.ACCEPT));
            case "connection.authenticated" ->
                    List.of(
                            arrow(WEBSOCKET, WEBSOCKET, CALL, authenticate())
                                    .taking(Step.AUTHENTICATE));
            case "connection.waiting" ->
                    List.of(
                            arrow(WEBSOCKET, WEBSOCKET, CALL, "wait for " + words("missing"))
                                    .taking(Step.WAIT));
            case "handler.added" ->
                    List.of(
                            arrow(WEBSOCKET, ROUTER, CALL, "register").taking(Step.REGISTER),
                            arrow(ROUTER, HANDLER, CALL, "add handler" + fallback())
                                    .keyed("handler.added handler" + fallback()));
            case "connection.registered" -> List.of(arrow(ROUTER, WEBSOCKET, REPLY, "registered"));
            case "connection.ready" ->
                    List.of(arrow(WEBSOCKET, WEBSOCKET, NOTE, "ready").showing(Step.WELCOME));
            case "connection.rejected" ->
                    List.of(error(WEBSOCKET, data("code")).showing(Step.ACCEPT));
            case "connection.wrong_state" ->
                    List.of(error(WEBSOCKET, data("operation")).showing(Step.ACCEPT));
            case "registration.failed" ->
                    List.of(error(ROUTER, data("reason")).showing(Step.REGISTER));
            case "handler.removed" -> List.of(arrow(WEBSOCKET, ROUTER, CALL, "remove handler"));
            case "handler.leaked" -> List.of(error(HANDLER, ""));
            case "message.queued" ->
                    List.of(arrow(CLIENT, WEBSOCKET, CALL, "a message, kept until ready"));
            case "message.received" -> received();
            case "message.routed" -> List.of(); // the arrows of its handling say so
            case "message.refused" -> List.of(error(message.answering(), data("code")));
            case "message.failed" -> List.of(failed());
            case "message.abandoned" -> List.of(arrow(CLIENT, CLIENT, NOTE, event.message()));
            case "message.sent" -> List.of(sent());
            case "session.opened" -> opened();
            case "session.committed" -> List.of(arrow(HANDLER, SESSION, CALL, "commit"));
            case "session.rolled_back" -> List.of(arrow(HANDLER, SESSION, CALL, "roll back"));
            case "session.closed" -> List.of(arrow(HANDLER, SESSION, CALL, "close session"));
            case "session.leaked", "session.scope_failed" ->
                    List.of(error(SESSION, data("reason")));
            case "session.returned" -> List.of(arrow(SESSION, SESSION, NOTE, event.message()));
            case "component.created_on_demand" ->
                    List.of(arrow(WEBSOCKET, WEBSOCKET, CALL, "create " + data("component")));
            case "component.starting", "component.ready", "component.failed" ->
                    List.of(remark(HANDLER));
            case "fault.started", "fault.hit", "fault.ended" -> List.of(remark(WEBSOCKET));
            case "flow.changed", "operator.acted", "mark.set", "events.dropped" ->
                    List.of(remark(WEBSOCKET));
            case "connection.closed" -> List.of(closed());
            default -> List.of(remark(WEBSOCKET));
        };
    }

    private String accept() {
        var subprotocol = data("subprotocol");
        return subprotocol.isEmpty() ? "accept" : "accept with " + subprotocol;
    }

    private String authenticate() {
        var source = data("auth");
        return switch (source) {
            case "", "none" -> "authenticate " + data("user") + ", no token";
            default -> "authenticate " + data("user") + " by " + source;
        };
    }

    private String fallback() {
        return Boolean.TRUE.equals(event.data().get("fallback")) ? ", a fallback" : "";
    }

    private List<Arrow> received() {
        var name = message.kind().equals("other") ? "a message" : message.kind();
        var come = arrow(CLIENT, WEBSOCKET, CALL, name).keyed(event.type() + " " + message.kind());
        if (message.early()) {
            return List.of(come);
        }
        var route = arrow(WEBSOCKET, ROUTER, CALL, "route").showing(Step.WELCOME);
        var handle =
                arrow(ROUTER, HANDLER, CALL, "handle").taking(Step.ROUTE).keyed("message.handled");
        return message.handled() ? List.of(come, route, handle) : List.of(come, route);
    }

    private Arrow failed() {
        var failure = error(message.answering(), data("code"));
        return message.early() ? failure : failure.showing(Step.ROUTE);
    }

    private List<Arrow> opened() {
        var open = arrow(HANDLER, SESSION, CALL, "open session");
        return message.forTheAgent()
                ? List.of(open, arrow(HANDLER, AGENT, CALL, "process with session"))
                : List.of(open);
    }

    private Arrow sent() {
        var kind = data("type");
        if (kind.equals(WELCOME)) {
            return welcome(at);
        }
        return arrow(message.answering(), CLIENT, REPLY, kind).keyed(event.type() + " " + kind);
    }

    private Arrow closed() {
        var code = data("code");
        var who = data("initiator");
        var reason = data("reason");
        var text =
                "close "
                        + code
                        + (who.equals("network") ? ", the connection broke" : " by " + who)
                        + (reason.isEmpty() || reason.equals(code) ? "" : ": " + reason);
        var key = event.type() + " " + code + " " + who;
        return switch (who) {
            case "client" -> arrow(CLIENT, WEBSOCKET, CALL, text).keyed(key);
            case "network" -> Arrow.of(at, CLIENT, CLIENT, ERROR, key, text);
            default -> arrow(WEBSOCKET, CLIENT, CALL, text).keyed(key);
        };
    }

    private Arrow arrow(Lifeline from, Lifeline to, Row.Kind kind, String text) {
        return Arrow.of(at, from, to, kind, event.type(), text);
    }

    private Arrow error(Lifeline where, String which) {
        return Arrow.of(at, where, where, ERROR, event.type() + " " + which, event.message());
    }

    private Arrow remark(Lifeline where) {
        return event.severity() == Severity.ERROR
                ? error(where, "")
                : arrow(where, where, NOTE, event.message());
    }

    private String data(String name) {
        var value = event.data().get(name);
        return value == null ? "" : value.toString();
    }

    /** A list in words, cut where it gets long. */
    private String words(String name) {
        if (!(event.data().get(name) instanceof List<?> list) || list.isEmpty()) {
            return "startup";
        }
        var first = list.stream().limit(LONGEST_LIST).map(String::valueOf).toList();
        int more = list.size() - first.size();
        return String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
    }
}
