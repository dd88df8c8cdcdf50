package dev.gatescope.shared.protocol;

/**
 * The close codes of RFC 6455 and IANA's registry that a gateway sends or sees, with what they mean
 * to the person who reads them.
 */
public enum CloseCode {
    NORMAL(1000, "closed normally"),
    GOING_AWAY(1001, "one side left: the page was closed, the gateway stops, or nothing came"),
    PROTOCOL_ERROR(1002, "a frame broke the WebSocket protocol"),
    UNSUPPORTED_DATA(1003, "a binary frame where only text is understood"),
    NO_STATUS(1005, "closed without giving a code"),
    ABNORMAL(1006, "the connection broke without a close frame"),
    BAD_PAYLOAD(1007, "text that is not valid UTF-8"),
    POLICY(1008, "refused: token missing, wrong or expired, or a rule was broken"),
    TOO_LARGE(1009, "a message was larger than the gateway takes"),
    EXTENSION_MISSING(1010, "the client wanted an extension that the gateway does not offer"),
    SERVER_ERROR(1011, "something the gateway needs failed"),
    SERVICE_RESTART(1012, "the gateway's flow is being changed: reconnect"),
    TRY_AGAIN_LATER(
            1013, "the gateway was not ready in time or has too many waiting: try again later"),
    BAD_GATEWAY(1014, "a server behind the gateway answered wrongly"),
    TLS_FAILED(1015, "the TLS handshake failed");

    private final int code;
    private final String meaning;

    CloseCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** One plain phrase for people. */
    public String meaning() {
        return meaning;
    }

    /** What any close code means, private and unknown ones included. */
    public static String meaningOf(int code) {
        for (var known : values()) {
            if (known.code == code) {
                return known.meaning;
            }
        }
        if (code >= 3000 && code <= 4999) {
            return "closed by an operator or by an application's own rule";
        }
        return "a code that no standard names";
    }

    /** Whether an operator may close a connection with this code: 1000 or 3000 to 4999. */
    public static boolean operatorMaySend(int code) {
        return code == NORMAL.code || (code >= 3000 && code <= 4999);
    }
}
