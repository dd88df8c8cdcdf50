package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.Connection;

import java.util.Map;

/** Makes the handlers of a connection, by message type. */
@FunctionalInterface
public interface HandlerFactory {
    /** The handlers for this connection, which is authenticated. */
    Map<String, MessageHandler> handlersFor(Connection connection) throws Exception;
}
