package dev.gatescope.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/**
 * One question and how its right answer is known: by its type and by the id of the question, so
 * that an error frame, an answer out of order and an answer to somebody else all count as wrong.
 * Immutable; checking an answer allocates nothing.
 */
public final class Exchange {
    /** Digits of an id; all questions have the same length, so that frames can be built once. */
    static final int ID_DIGITS = 10;

    private static final String ID = "0".repeat(ID_DIGITS);

    /** The size of a question, in bytes: a small message as clients really send them. */
    private static final int REQUEST_BYTES = 96;

    private static final byte[] WELCOME = "{\"type\":\"connection_established\"".getBytes(US_ASCII);

    private final byte[] request;
    private final int idAt;
    private final byte[] answerStart;
    private final byte[] beforeId;

    private Exchange(String request, String answerType, String idField) {
        this.request = request.getBytes(US_ASCII);
        this.idAt = request.indexOf(ID);
        this.answerStart = ("{\"type\":\"" + answerType + "\"").getBytes(US_ASCII);
        this.beforeId = ("\"" + idField + "\":\"").getBytes(US_ASCII);
    }

    /** A ping that comes back as it was sent. */
    public static Exchange echo() {
        return new Exchange(ping(), "ping", "message_id");
    }

    /** A ping that the gateway answers with a pong: its whole way through, without the database. */
    public static Exchange pong() {
        return new Exchange(ping(), "pong", "correlation_id");
    }

    /** A chat message that the gateway's agent answers after both are stored. */
    public static Exchange chat() {
        return new Exchange(
                padded("{\"type\":\"chat\",\"message_id\":\"" + ID + "\",\"content\":\"", "\"}"),
                "agent_response",
                "correlation_id");
    }

    private static String ping() {
        return padded(
                "{\"type\":\"ping\",\"message_id\":\"" + ID + "\",\"payload\":{\"note\":\"",
                "\"}}");
    }

    private static String padded(String start, String end) {
        return start + "x".repeat(REQUEST_BYTES - start.length() - end.length()) + end;
    }

    /** The question with an id of zeros; do not change it. */
    byte[] request() {
        return request;
    }

    /** Where in the question the digits of its id begin. */
    int idAt() {
        return idAt;
    }

    /** Whether these bytes of the buffer are the right answer to the question with this id. */
    boolean isAnswer(ByteBuffer in, int from, int length, long id) {
        int end = from + length;
        if (!matches(in, from, end, answerStart)) {
            return false;
        }
        for (int at = from + answerStart.length; at < end; at++) {
            if (matches(in, at, end, beforeId)) {
                return hasId(in, at + beforeId.length, end, id);
            }
        }
        return false;
    }

    /** Whether these bytes of the buffer are the frame by which the gateway says "ready". */
    static boolean isWelcome(ByteBuffer in, int from, int length) {
        return matches(in, from, from + length, WELCOME);
    }

    private static boolean matches(ByteBuffer in, int at, int end, byte[] expected) {
        if (end - at < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (in.get(at + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasId(ByteBuffer in, int at, int end, long id) {
        if (end - at <= ID_DIGITS || in.get(at + ID_DIGITS) != '"') {
            return false;
        }
        long rest = id;
        for (int digit = ID_DIGITS - 1; digit >= 0; digit--) {
            if (in.get(at + digit) != '0' + rest % 10) {
                return false;
            }
            rest /= 10;
        }
        return true;
    }
}
