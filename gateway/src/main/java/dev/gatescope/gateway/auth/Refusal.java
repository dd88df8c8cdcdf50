package dev.gatescope.gateway.auth;

import dev.gatescope.gateway.lifecycle.Explained;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;

/**
 * The gateway does not take a connection. The sentence is written for the client: it names no
 * class, no secret, and says what to do.
 */
public final class Refusal extends Exception implements Explained {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final CloseCode closeCode;
    private final long because;

    /** A refusal with the error code of its frame and the close code that follows it. */
    public Refusal(ErrorCode code, CloseCode closeCode, String sentence) {
        this(code, closeCode, sentence, LifecycleHub.NONE);
    }

    private Refusal(ErrorCode code, CloseCode closeCode, String sentence, long because) {
        super(sentence, null, false, false);
        this.code = code;
        this.closeCode = closeCode;
        this.because = because;
    }

    /** The same refusal, explained by an event; without one it is the client's own act. */
    public Refusal because(long event) {
        return new Refusal(code, closeCode, sentence(), event);
    }

    @Override
    public long because() {
        return because;
    }

    /** A token is missing or wrong. */
    public static Refusal ofToken(ErrorCode code, String sentence) {
        return new Refusal(code, CloseCode.POLICY, sentence);
    }

    public ErrorCode code() {
        return code;
    }

    public CloseCode closeCode() {
        return closeCode;
    }

    /** The sentence for the client. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
