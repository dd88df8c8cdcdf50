package dev.gatescope.gateway.routing;

/**
 * Answers the messages of one type. One object serves all connections, so it keeps nothing of a
 * request; what belongs to the connection comes with the request.
 */
@FunctionalInterface
public interface MessageHandler {
    /**
     * Answers one message; called on a thread that may block, one message of a connection at a
     * time.
     *
     * @throws RequestRefused where the message is at fault; its sender is told the sentence
     * @throws Exception where anything else went wrong; the sender is told only that it failed
     */
    void handle(Request request) throws Exception;
}
