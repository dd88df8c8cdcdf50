package dev.gatescope.shared.protocol;

/** Why a frame, a message or a connection was refused; the {@code code} of an error frame. */
public enum ErrorCode {
    AUTH_REQUIRED(Blame.CLIENT),
    AUTH_FAILED(Blame.CLIENT),
    TOKEN_EXPIRED(Blame.CLIENT),
    NOT_READY(Blame.GATEWAY),
    INVALID_JSON(Blame.CLIENT),
    INVALID_MESSAGE(Blame.CLIENT),
    UNKNOWN_TYPE(Blame.CLIENT),
    THREAD_NOT_FOUND(Blame.CLIENT),
    NO_HANDLER(Blame.GATEWAY),
    HANDLER_FAILED(Blame.GATEWAY),
    TOO_LARGE(Blame.CLIENT),
    RATE_LIMITED(Blame.CLIENT),
    REGISTRATION_FAILED(Blame.GATEWAY);

    /** Whose fault an error is: a client's own fault is {@code refused}, ours is {@code failed}. */
    public enum Blame {
        CLIENT,
        GATEWAY
    }

    private final Blame blame;

    ErrorCode(Blame blame) {
        this.blame = blame;
    }

    /** Whose fault this error is. */
    public Blame blame() {
        return blame;
    }
}
