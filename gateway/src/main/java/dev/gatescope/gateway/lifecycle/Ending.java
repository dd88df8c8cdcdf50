package dev.gatescope.gateway.lifecycle;

import dev.gatescope.shared.protocol.CloseCode;

/**
 * How a connection ended.
 *
 * @param code the close code that was sent or received; 1006 where there was none
 * @param initiator who ended it
 * @param reason the text that went with the code, empty where there was none
 * @param because the event that explains it, {@link LifecycleHub#NONE} where there is none
 */
public record Ending(int code, Initiator initiator, String reason, long because) {
    /** An ending that no event explains better than the connection's own steps. */
    public Ending(int code, Initiator initiator, String reason) {
        this(code, initiator, reason, LifecycleHub.NONE);
    }

    /** The same ending, explained by an event. */
    public Ending because(long event) {
        return new Ending(code, initiator, reason, event);
    }

    /** The connection broke without a word. */
    public static Ending lost(String reason) {
        return new Ending(CloseCode.ABNORMAL.code(), Initiator.NETWORK, reason);
    }

    /** The gateway ended it. */
    public static Ending byGateway(CloseCode code, String reason) {
        return new Ending(code.code(), Initiator.GATEWAY, reason);
    }

    /**
     * Whether the client broke a rule of the protocol and was told so by the close code: a bad
     * frame, binary data, bad UTF-8, an oversize message.
     */
    public boolean forClientsFault() {
        return initiator == Initiator.GATEWAY
                && (code == CloseCode.PROTOCOL_ERROR.code()
                        || code == CloseCode.UNSUPPORTED_DATA.code()
                        || code == CloseCode.BAD_PAYLOAD.code()
                        || code == CloseCode.TOO_LARGE.code()
                        || code == CloseCode.POLICY.code());
    }

    /** How it ended, for people. */
    String sentence() {
        if (initiator == Initiator.GATEWAY && code == CloseCode.ABNORMAL.code()) {
            return "Not accepted, but answered with " + reason + ".";
        }
        var said = initiator == Initiator.OPERATOR && !reason.isEmpty() ? " (" + reason + ")" : "";
        return "Closed with "
                + code
                + " by "
                + initiator.inWords()
                + said
                + ": "
                + CloseCode.meaningOf(code)
                + ".";
    }

    /** Whether the client left: by a close frame or by breaking the connection. */
    public boolean byClient() {
        return initiator == Initiator.CLIENT || initiator == Initiator.NETWORK;
    }
}
