package dev.gatescope.gateway.server;

import jakarta.websocket.Session;

import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSession;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

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
    public void send(String text, Consumer<@Nullable Throwable> whenSent) {
        session.getAsyncRemote().sendText(text, result -> whenSent.accept(result.getException()));
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
