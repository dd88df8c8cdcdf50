package dev.gatescope.console.connections;

import dev.gatescope.console.shell.Sides;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;

/**
 * How a connection ended, whose side that is on, and what to do about it. Pure text, for any
 * thread.
 */
final class CloseStory {
    private CloseStory() {}

    /** What happened, in a sentence or two; empty while the connection is open. */
    static String of(ConnectionInfo connection) {
        var close = connection.close();
        if (close == null) {
            return "";
        }
        String reason = close.reason().isEmpty() ? "" : ", reason “" + close.reason() + "”";
        return "Closed with %d by %s%s: %s."
                .formatted(close.code(), who(close.initiator()), reason, close.meaning());
    }

    /**
     * Whose side it is on and what to do now; empty while the connection is open. Where the reason
     * is the code of an error, that one says more than the close code.
     */
    static String advice(ConnectionInfo connection) {
        var close = connection.close();
        return close == null
                ? ""
                : Sides.sentence(
                        ErrorCode.named(close.reason())
                                .map(ErrorCode::advice)
                                .orElseGet(() -> CloseCode.adviceOf(close.code())));
    }

    private static String who(String initiator) {
        return switch (initiator) {
            case "client" -> "the client";
            case "gateway" -> "the gateway";
            case "operator" -> "an operator";
            case "timeout" -> "a timeout";
            case "network" -> "the network";
            default -> initiator;
        };
    }
}
