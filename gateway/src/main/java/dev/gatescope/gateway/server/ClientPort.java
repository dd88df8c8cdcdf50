package dev.gatescope.gateway.server;

import dev.gatescope.gateway.auth.Handshake;
import dev.gatescope.gateway.faults.FaultyParts;
import dev.gatescope.gateway.flow.Line;
import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.startup.StartupGate;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.FrameCodec;

import jakarta.websocket.server.ServerContainer;

import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The port where clients connect: WebSockets at {@code /ws}, and the health pages. */
public final class ClientPort implements AutoCloseable {
    /** The header by which the gateway knows its own demo clients. */
    public static final String DEMO_HEADER = "X-Gatescope-Demo";

    private static final Logger log = LoggerFactory.getLogger(ClientPort.class);

    /**
     * How the port behaves.
     *
     * @param heartbeat between two pings of a connection
     * @param idle after how long without a message a connection is closed; zero for never
     * @param demoMark what demo clients send in {@link #DEMO_HEADER}; nobody else knows it
     */
    public record Settings(
            String host,
            int port,
            OriginPolicy origins,
            Duration heartbeat,
            Duration idle,
            String demoMark) {}

    private final Settings settings;
    private final HttpPort http;
    private final PeerFlow flow;
    private final RefusedRequests refused;
    private final StartupGate gate;
    private final FaultyParts faulty;
    private final Peers peers = new Peers();
    private final Deadlines deadlines = new Deadlines();

    /** Runs the flow of a peer to its end. */
    @FunctionalInterface
    public interface PeerFlow {
        /** Called on a thread of its own for each peer. */
        void run(Peer peer) throws InterruptedException;
    }

    /**
     * @param faulty what faults can stand around
     */
    public ClientPort(
            Settings settings,
            PeerFlow flow,
            StartupGate gate,
            RefusedRequests refused,
            FaultyParts faulty) {
        this.settings = settings;
        this.flow = flow;
        this.gate = gate;
        this.refused = refused;
        this.faulty = faulty;
        this.http = new HttpPort("client", settings.host(), settings.port(), PlainErrors.inText());
    }

    /**
     * Listens from now on.
     *
     * @throws PortUnavailable where the port cannot be had
     */
    public void start() throws PortUnavailable {
        var context = new ServletContextHandler("/");
        JakartaWebSocketServletContainerInitializer.configure(
                context,
                (_, container) -> {
                    FramesBeneath.registerIn(container);
                    container.setDefaultMaxTextMessageBufferSize(FrameCodec.MAX_FRAME_BYTES);
                    container.setDefaultMaxSessionIdleTimeout(0);
                    context.addServlet(new ServletHolder(upgrades(container)), "/ws");
                });
        context.addServlet(new ServletHolder(new HealthServlet(gate)), "/health/*");
        http.start(context, Optional.of(refused));
        var beat = Math.max(1_000_000, settings.heartbeat().toNanos() / 10);
        deadlines.every(beat, this::beat);
    }

    private UpgradeServlet upgrades(ServerContainer container) {
        return new UpgradeServlet(container, settings.origins(), this::begin, settings.demoMark());
    }

    private void begin(Origin origin, Handshake handshake, Upgrade upgrade) {
        var peer = new SocketPeer(origin, handshake, upgrade, deadlines, peers.earlyBytes());
        peers.add(peer);
        Thread.ofVirtual()
                .name("flow")
                .inheritInheritableThreadLocals(false)
                .start(() -> live(peer));
    }

    private void live(SocketPeer peer) {
        try {
            flow.run(faulty.peer(peer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("A flow ended with an error", e);
        } finally {
            peer.close(Ending.byGateway(CloseCode.SERVER_ERROR, "internal error"));
            peers.remove(peer);
        }
    }

    private void beat() {
        var now = System.nanoTime();
        var interval = settings.heartbeat().toNanos();
        var idle = settings.idle().toNanos();
        for (var peer : peers.running()) {
            try {
                peer.beat(now, interval, idle);
            } catch (RuntimeException e) {
                log.warn("A heartbeat failed", e);
            }
        }
    }

    /** The port that is listened on. */
    public int port() {
        return http.port();
    }

    /**
     * Closes one connection.
     *
     * @return false where no connection of this number is open
     */
    public boolean close(long connection, Ending ending) {
        return peers.close(connection, ending);
    }

    /** What the frames of the open connections travel on. */
    public List<Line> lines() {
        return peers.running().stream().map(SocketPeer::line).filter(Objects::nonNull).toList();
    }

    /** Closes every connection that is here now; others may come meanwhile. */
    public void closePresent(Ending ending, Duration atMost) throws InterruptedException {
        if (!peers.closePresent(ending, atMost.toMillis())) {
            log.warn("Not every connection ended in time");
        }
    }

    /** Takes no more requests, and closes every connection. */
    public void drain(Ending ending, Duration atMost) throws InterruptedException {
        http.stopListening();
        if (!peers.closeAll(ending, atMost.toMillis())) {
            log.warn("{} connections did not end in time", peers.running().size());
        }
    }

    @Override
    public void close() {
        http.close();
        deadlines.close();
    }
}
