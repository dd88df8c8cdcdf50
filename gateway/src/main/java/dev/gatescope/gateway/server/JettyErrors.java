package dev.gatescope.gateway.server;

import dev.gatescope.shared.protocol.CloseCode;

import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.eclipse.jetty.websocket.core.exception.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Which close code Jetty has sent, or is about to send, because of an error. */
final class JettyErrors {
    private JettyErrors() {}

    /** The code; none where the connection merely broke. */
    static @Nullable CloseCode closeCodeOf(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case MessageTooLargeException _ -> {
                    return CloseCode.TOO_LARGE;
                }
                case BadPayloadException _ -> {
                    return CloseCode.BAD_PAYLOAD;
                }
                case ProtocolException _ -> {
                    return CloseCode.PROTOCOL_ERROR;
                }
                default -> {}
            }
        }
        return null;
    }
}
