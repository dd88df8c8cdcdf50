package dev.gatescope.gateway.server;

import dev.gatescope.shared.protocol.CloseCode;

import jakarta.websocket.server.ServerContainer;

import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketContainer;
import org.eclipse.jetty.websocket.core.AbstractExtension;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;

/**
 * Puts the gateway's own words into the close frames that Jetty makes of an exception; without it
 * the client would read the exception's. An extension only inside: the {@code @} keeps it out of
 * the handshake. Public, as Jetty demands of extensions.
 */
public final class PlainCloses extends AbstractExtension {
    /** The name under which Jetty makes it. */
    static final String NAME = "@plain-closes";

    /** Makes it known where WebSockets are made. */
    static void registerIn(ServerContainer container) {
        ((JakartaWebSocketContainer) container)
                .getWebSocketComponents()
                .getExtensionRegistry()
                .register(NAME, PlainCloses.class);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public void sendFrame(OutgoingEntry entry) {
        nextOutgoingFrame(entry.getFrame().getOpCode() == OpCode.CLOSE ? plain(entry) : entry);
    }

    private static OutgoingEntry plain(OutgoingEntry entry) {
        var status = CloseStatus.getCloseStatus(entry.getFrame());
        if (status.getCause() == null) {
            return entry;
        }
        var code = status.getCode();
        return new OutgoingEntry.Builder(entry)
                .frame(CloseStatus.toFrame(code, CloseCode.meaningOf(code)))
                .build();
    }
}
