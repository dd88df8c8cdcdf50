package dev.gatescope.gateway.server;

import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;

import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSession;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

import java.nio.ByteBuffer;

/**
 * An open WebSocket of Jetty. Nothing here waits: what jakarta.websocket offers only as blocking
 * calls, pings and closing, goes to Jetty's own session beneath it.
 */
final class Socket {
    private final JakartaWebSocketSession session;

    Socket(Session session) {
        this.session = (JakartaWebSocketSession) session;
    }

    /** Sends a text; the handler hears when the transport has taken it. */
    void send(String text, SendHandler whenSent) {
        session.getAsyncRemote().sendText(text, whenSent);
    }

    /** Sends a ping with this payload. */
    void ping(long payload) {
        var bytes = ByteBuffer.allocate(Long.BYTES).putLong(payload).flip();
        session.getCoreSession().sendFrame(new Frame(OpCode.PING, bytes), Callback.NOOP, false);
    }

    /** Sends a close frame and waits, elsewhere, for the client's. */
    void close(int code, String reason) {
        session.getCoreSession().close(code, reason, Callback.NOOP);
    }

    /** Ends the TCP connection at once. */
    void abort() {
        session.abort();
    }
}
