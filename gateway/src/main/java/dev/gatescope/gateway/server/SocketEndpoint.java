package dev.gatescope.gateway.server;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;

import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSession;

/** What Jetty calls back; public, as Jetty demands of endpoints, and only a translation. */
public final class SocketEndpoint extends Endpoint {
    private final SocketPeer peer;

    SocketEndpoint(SocketPeer peer) {
        this.peer = peer;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        MessageHandler.Whole<String> text = peer::onText;
        session.addMessageHandler(String.class, text);
        FramesBeneath.listen((JakartaWebSocketSession) session, peer);
        peer.onOpen(new JettySocket(session));
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        peer.onClose(reason.getCloseCode().getCode(), reason.getReasonPhrase());
    }

    @Override
    public void onError(Session session, Throwable error) {
        peer.onError(error);
    }
}
