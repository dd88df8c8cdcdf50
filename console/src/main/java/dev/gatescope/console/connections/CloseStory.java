package dev.gatescope.console.connections;

import dev.gatescope.shared.admin.ConnectionInfo;

/** How a connection ended, and what that means for its client. Pure text, for any thread. */
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

    /** What the client should do now; empty while the connection is open. */
    static String forTheClient(ConnectionInfo connection) {
        var close = connection.close();
        if (close == null) {
            return "";
        }
        return switch (close.code()) {
            case 1000 -> "The client is done; it need not connect again.";
            case 1001, 1012 -> "The client should connect again, after a short random wait.";
            case 1002, 1003, 1007 -> "The client has to be mended: it would be refused again.";
            case 1005, 1006 ->
                    "The client saw no close code. It should connect again, waiting longer each"
                            + " time.";
            case 1008 ->
                    "The client needs a new token, or has broken a rule; the reason says which.";
            case 1009 -> "The client has to send smaller messages.";
            case 1011, 1013, 1014 ->
                    "The client should connect again later, waiting longer each time.";
            default -> "What the client should do is for the reason to say.";
        };
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
