package dev.gatescope.shared.protocol;

/**
 * The close codes of RFC 6455 and IANA's registry that a gateway sends or sees, with what they mean
 * to the person who reads them.
 */
public enum CloseCode {
    NORMAL(
            1000,
            "closed normally",
            Side.CLIENT,
            "Nothing, unless it came before the client was done: then look at who closed it."),
    GOING_AWAY(
            1001,
            "one side left: the page was closed, the gateway stops, or nothing came",
            Side.CLIENT,
            "Reconnect. Where it comes often, answer the pings or send more often than the idle"
                    + " time."),
    PROTOCOL_ERROR(
            1002,
            "a frame broke the WebSocket protocol",
            Side.CLIENT,
            "Mend the client, or whatever stands between it and the gateway and changes frames."),
    UNSUPPORTED_DATA(
            1003,
            "a binary frame where only text is understood",
            Side.CLIENT,
            "Send JSON in text frames."),
    NO_STATUS(1005, "closed without giving a code", Side.CLIENT, "Nothing; say 1000 next time."),
    ABNORMAL(
            1006,
            "the connection broke without a close frame",
            Side.NETWORK,
            "Reconnect. Where it comes often, look at proxies, time-outs and the client's"
                    + " network."),
    BAD_PAYLOAD(1007, "text that is not valid UTF-8", Side.CLIENT, "Encode text frames in UTF-8."),
    POLICY(
            1008,
            "refused: token missing, wrong or expired, or a rule was broken",
            Side.CLIENT,
            "Get a new token and reconnect; the reason names what was wrong."),
    TOO_LARGE(
            1009,
            "a message was larger than the gateway takes",
            Side.CLIENT,
            "Send less than 1 MiB in a message."),
    EXTENSION_MISSING(
            1010,
            "the client wanted an extension that the gateway does not offer",
            Side.CLIENT,
            "Connect without asking for extensions."),
    SERVER_ERROR(
            1011,
            "something the gateway needs failed",
            Side.GATEWAY,
            "Reconnect later; ask why the connection failed, and mend what is named there."),
    SERVICE_RESTART(
            1012,
            "the gateway's flow is being changed: reconnect",
            Side.OPERATOR,
            "Reconnect after a moment."),
    TRY_AGAIN_LATER(
            1013,
            "the gateway was not ready in time or has too many waiting: try again later",
            Side.GATEWAY,
            "Reconnect after a while; look at which component is not up."),
    BAD_GATEWAY(
            1014,
            "a server behind the gateway answered wrongly",
            Side.NETWORK,
            "Look at the proxy that sent it; this gateway never does."),
    TLS_FAILED(
            1015,
            "the TLS handshake failed",
            Side.NETWORK,
            "Look at certificates and at the proxy that ends TLS.");

    private static final Advice OF_OPERATORS =
            new Advice(
                    "closed by an operator or by an application's own rule",
                    Side.OPERATOR,
                    "Ask whoever is named; the reason may say more.");
    private static final Advice UNKNOWN =
            new Advice(
                    "a code that no standard names",
                    Side.CLIENT,
                    "Look at the client that sent it.");

    private final int code;
    private final Advice advice;

    CloseCode(int code, String meaning, Side side, String todo) {
        this.code = code;
        this.advice = new Advice(meaning, side, todo);
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** One plain phrase for people. */
    public String meaning() {
        return advice.what();
    }

    /** What happened, whose side it is on, and what to do now. */
    public Advice advice() {
        return advice;
    }

    /** What any close code means, private and unknown ones included. */
    public static String meaningOf(int code) {
        return adviceOf(code).what();
    }

    /** What any close code says, private and unknown ones included. */
    public static Advice adviceOf(int code) {
        for (var known : values()) {
            if (known.code == code) {
                return known.advice;
            }
        }
        return code >= 3000 && code <= 4999 ? OF_OPERATORS : UNKNOWN;
    }

    /** Whether an operator may close a connection with this code: 1000 or 3000 to 4999. */
    public static boolean operatorMaySend(int code) {
        return code == NORMAL.code || (code >= 3000 && code <= 4999);
    }
}
