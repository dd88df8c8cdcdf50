package dev.gatescope.gateway.server;

import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;

import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSession;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;

/**
 * A socket of Jetty. What jakarta.websocket offers only as blocking calls, pings and closing, goes
 * to Jetty's own session beneath it.
 */
final class JettySocket implements Socket {
    private static final Logger log = LoggerFactory.getLogger(JettySocket.class);

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
        frames().close(); // Jetty would wait for a close frame that is kept back
    }

    @Override
    public void reset() {
        var core = (WebSocketCoreSession) session.getCoreSession();
        if (core.getConnection().getEndPoint() instanceof SocketChannelEndPoint tcp) {
            try {
                tcp.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                log.debug("A connection that is to be reset was closed already", e);
            }
        }
        abort();
    }

    @Override
    public FramesBeneath frames() {
        return FramesBeneath.of(session);
    }
}
