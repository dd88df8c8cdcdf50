package dev.gatescope.gateway.server;

import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.shared.protocol.CloseCode;

import jakarta.websocket.server.ServerContainer;

import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketContainer;
import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSession;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.AbstractExtension;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;

/**
 * What jakarta.websocket has no way for, or only a dear one, done with Jetty's frames beneath it.
 * Close frames that Jetty makes of an exception get the gateway's own words; without that the
 * client would read the exception's. Binary frames and pongs are told to whoever listens: a handler
 * of jakarta for each would cost every connection as much again as the one for text. And here
 * frames are kept back where somebody hampers a connection on purpose.
 *
 * <p>An extension only inside: the {@code @} keeps it out of the handshake. Public, as Jetty
 * demands of extensions.
 */
public final class FramesBeneath extends AbstractExtension {
    /** Hears of frames, on the thread that reads them. */
    interface Listener {
        /** A binary message begins. */
        void onBinary();

        /** The payload is the frame's own: to be read, not kept. */
        void onPong(ByteBuffer payload);
    }

    /** The name under which Jetty makes it. */
    static final String NAME = "@frames-beneath";

    private volatile @Nullable Listener listener;
    private volatile @Nullable Impairment impairment;

    /** Makes it known where WebSockets are made. */
    static void registerIn(ServerContainer container) {
        ((JakartaWebSocketContainer) container)
                .getWebSocketComponents()
                .getExtensionRegistry()
                .register(NAME, FramesBeneath.class);
    }

    /** Listens to the frames of a session; before its first frame is read, so while it opens. */
    static void listen(JakartaWebSocketSession session, Listener listener) {
        of(session).listener = listener;
    }

    /** Those of a session. */
    static FramesBeneath of(JakartaWebSocketSession session) {
        var core = (WebSocketCoreSession) session.getCoreSession();
        for (var extension : core.getExtensionStack().getExtensions()) {
            if (extension instanceof FramesBeneath frames) {
                return frames;
            }
        }
        throw new IllegalStateException("the session was made without this extension");
    }

    /** Hampers these frames from now on. */
    synchronized void impair(Impairment.Hindrance hindrance, Deadlines deadlines) {
        var present = impairment;
        if (present == null) {
            present = new Impairment(new Ways(), deadlines);
            impairment = present;
        }
        present.begin(hindrance);
    }

    /** Hampers them no more; what it kept back goes on at once, unless something else keeps it. */
    void heal(Impairment.Hindrance hindrance) {
        Impairment present;
        synchronized (this) {
            present = impairment;
            if (present == null) {
                return;
            }
            if (present.end(hindrance)) {
                impairment = null;
            }
        }
        present.letGo();
    }

    /** The event that explains the first of these hindrances that there is, if any. */
    long because(Impairment.Kind... kinds) {
        var present = impairment;
        return present == null ? LifecycleHub.NONE : present.because(kinds);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        var hampered = impairment;
        if (hampered == null || !hampered.keeps(frame, callback)) {
            deliver(frame, callback, hampered != null && hampered.losesPongs());
        }
    }

    private void deliver(Frame frame, Callback callback, boolean losesPongs) {
        var hears = listener;
        if (hears != null) {
            switch (frame.getOpCode()) {
                case OpCode.BINARY -> hears.onBinary();
                case OpCode.PONG -> {
                    if (!losesPongs) {
                        hears.onPong(frame.getPayload().slice());
                    }
                }
                default -> {}
            }
        }
        nextIncomingFrame(frame, callback);
    }

    @Override
    public void sendFrame(OutgoingEntry entry) {
        var own = entry.getFrame().getOpCode() == OpCode.CLOSE ? plain(entry) : entry;
        var hampered = impairment;
        if (hampered == null) {
            nextOutgoingFrame(own);
        } else {
            hampered.send(own);
        }
    }

    /** The session is over: what was kept back goes nowhere. */
    @Override
    public void close() {
        var hampered = impairment;
        if (hampered != null) {
            hampered.close();
        }
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

    private final class Ways implements Impairment.Ways {
        @Override
        public void out(OutgoingEntry entry) {
            nextOutgoingFrame(entry);
        }

        @Override
        public void in(Frame frame, Callback callback) {
            try {
                ((WebSocketCoreSession) getCoreSession())
                        .getExecutor()
                        .execute(() -> deliver(frame, callback, false));
            } catch (RejectedExecutionException e) {
                callback.succeeded(); // the port is closed, and nobody reads any more
            }
        }
    }
}
