package dev.gatescope.shared.protocol;

import java.util.Arrays;
import java.util.Optional;

/** Why a frame, a message or a connection was refused; the {@code code} of an error frame. */
public enum ErrorCode {
    AUTH_REQUIRED(
            Blame.CLIENT,
            "no token came in time",
            "Send a token: in a header, a subprotocol, or first frame."),
    AUTH_FAILED(Blame.CLIENT, "the token was wrong", "Get another token and reconnect."),
    TOKEN_EXPIRED(
            Blame.CLIENT,
            "the token had expired",
            "Get a new token and reconnect. Where many clients see it, compare the clocks."),
    NOT_READY(
            Blame.GATEWAY,
            "the gateway was not ready yet",
            "Look at which component is not up; clients reconnect after a while."),
    INVALID_JSON(
            Blame.CLIENT, "a frame was no JSON", "Send one JSON text, not empty, not too deep."),
    INVALID_MESSAGE(
            Blame.CLIENT,
            "a message lacked a field or had a wrong one",
            "Send an object with the fields of its type."),
    UNKNOWN_TYPE(
            Blame.CLIENT,
            "a message was of a type that nobody knows",
            "Send one of the types that the answer lists."),
    THREAD_NOT_FOUND(
            Blame.CLIENT,
            "a thread was named that the user does not have",
            "Name a thread of the user's own, or none to begin one."),
    NO_HANDLER(
            Blame.GATEWAY,
            "the connection has no handler for its messages",
            "Ask why: mend what kept the handler from being registered, and let clients"
                    + " reconnect."),
    HANDLER_FAILED(
            Blame.GATEWAY,
            "the handler of a message failed",
            "Ask why; the exception stands with the event."),
    TOO_LARGE(Blame.CLIENT, "a message was too large", "Send less in one message."),
    RATE_LIMITED(Blame.CLIENT, "too many messages came", "Send fewer."),
    REGISTRATION_FAILED(
            Blame.GATEWAY,
            "the connection's handler could not be registered",
            "Ask why: mend the component that is named, and let clients reconnect.");

    /** Whose fault an error is: a client's own fault is {@code refused}, ours is {@code failed}. */
    public enum Blame {
        CLIENT,
        GATEWAY;

        private Side side() {
            return switch (this) {
                case CLIENT -> Side.CLIENT;
                case GATEWAY -> Side.GATEWAY;
            };
        }
    }

    private final Blame blame;
    private final Advice advice;

    ErrorCode(Blame blame, String what, String todo) {
        this.blame = blame;
        this.advice = new Advice(what, blame.side(), todo);
    }

    /** The error of a code; nothing where a text is none, or one of a newer gateway. */
    public static Optional<ErrorCode> named(String code) {
        return Arrays.stream(values()).filter(known -> known.name().equals(code)).findFirst();
    }

    /** Whose fault this error is. */
    public Blame blame() {
        return blame;
    }

    /** What happened, whose side it is on, and what to do now. */
    public Advice advice() {
        return advice;
    }
}
