package dev.gatescope.gateway.routing;

/** Hands a request to the handler that was found for it. */
@FunctionalInterface
public interface Handling {
    /** The handler takes it. */
    Handling DIRECT = MessageHandler::handle;

    /** Returns when the request is done with; throws what the handler throws. */
    void handle(MessageHandler handler, Request request) throws Exception;
}
