package dev.gatescope.gateway.why;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of root an event is that nothing explains further. */
enum Root {
    FAULT,
    CLIENT,
    COMPONENT,
    OPERATOR,
    FLOW,
    GATEWAY,
    /** It is none: the record ends there. */
    UNKNOWN;

    /** The word on the wire. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the chain ends here whatever came before: nobody asks what made it so. */
    static boolean isEnd(Event event) {
        return switch (event.type()) {
            case "fault.started", "flow.property" -> true;
            default -> false;
        };
    }

    /** The kind of root of an event that no other explains. */
    static Root of(Event event) {
        return switch (event.type()) {
            case "fault.started", "fault.hit", "fault.ended" -> FAULT;
            case "operator.acted", "mark.set", "flow.changed" -> OPERATOR;
            case "flow.property" -> FLOW;
            case "gateway.stopping", "events.dropped" -> GATEWAY;
            case "message.refused", "message.abandoned" -> CLIENT;
            case "connection.rejected" -> ofRefusal(event);
            case "connection.closed" -> ofEnding(event);
            default -> ofFamily(event);
        };
    }

    /** What goes as it should with a connection goes so since its client asked for it. */
    private static Root ofFamily(Event event) {
        if (event.type().startsWith("component.")) {
            return COMPONENT;
        }
        return switch (event.severity()) {
            case DEBUG, INFO -> event.connection() == null ? UNKNOWN : CLIENT;
            case WARNING, ERROR -> UNKNOWN;
        };
    }

    private static Root ofRefusal(Event event) {
        return errorCode(event).filter(code -> code.blame() == ErrorCode.Blame.CLIENT).isPresent()
                ? CLIENT
                : UNKNOWN;
    }

    /** The error code that an event carries. */
    static Optional<ErrorCode> errorCode(Event event) {
        var code = Data.text(event, "code");
        return Stream.of(ErrorCode.values()).filter(one -> one.name().equals(code)).findFirst();
    }

    private static Root ofEnding(Event event) {
        return switch (Data.text(event, "initiator")) {
            case "client", "network", "timeout" -> CLIENT; // it left, or was not heard any more
            case "operator" -> OPERATOR;
            default -> isForClientsFault(event) ? CLIENT : UNKNOWN;
        };
    }

    private static boolean isForClientsFault(Event event) {
        var code = Data.text(event, "code");
        return Stream.of(
                        CloseCode.PROTOCOL_ERROR,
                        CloseCode.UNSUPPORTED_DATA,
                        CloseCode.BAD_PAYLOAD,
                        CloseCode.TOO_LARGE,
                        CloseCode.POLICY)
                .anyMatch(one -> String.valueOf(one.code()).equals(code));
    }
}
