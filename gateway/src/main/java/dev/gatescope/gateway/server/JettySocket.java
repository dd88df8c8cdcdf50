package dev.gatescope.gateway.server;

import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;

import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSession;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

import java.nio.ByteBuffer;

/**
 * A socket of Jetty. What jakarta.websocket offers only as blocking calls, pings and closing, goes
 * to Jetty's own session beneath it.
 */
final class JettySocket implements Socket {
    private final JakartaWebSocketSession session;

    JettySocket(Session session) {
        this.session = (JakartaWebSocketSession) session;
    }

    @Override
    public void send(String text, SendHandler whenSent) {
        session.getAsyncRemote().sendText(text, whenSent);
    }

    @Override
    public void ping(long payload) {
        var bytes = ByteBuffer.allocate(Long.BYTES).putLong(payload).flip();
        session.getCoreSession().sendFrame(new Frame(OpCode.PING, bytes), Callback.NOOP, false);
    }

    @Override
    public void close(int code, String reason) {
        session.getCoreSession().close(code, reason, Callback.NOOP);
    }

    @Override
    public void abort() {
        session.abort();
    }
}
