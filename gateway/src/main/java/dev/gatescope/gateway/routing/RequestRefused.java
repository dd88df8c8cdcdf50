package dev.gatescope.gateway.routing;

import dev.gatescope.shared.protocol.ErrorCode;

/** A message that its sender has to mend. The sentence is written for the sender. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** A refusal with its code, which must be one of the client's own faults, and what to do. */
    public RequestRefused(ErrorCode code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /** The sentence for the client. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
