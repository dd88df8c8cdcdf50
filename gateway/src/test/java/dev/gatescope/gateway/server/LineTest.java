package dev.gatescope.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatescope.gateway.faults.FaultyParts;
import dev.gatescope.gateway.flow.Line;
import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.lifecycle.ConnectionPath;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.Initiator;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.PeerGone;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.gateway.startup.StartupGate;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RawSocket;
import dev.gatescope.shared.protocol.CloseCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a client finds, and how its connection ends, when the frames beneath it are hampered. */
class LineTest {
    private static final long HIT = 7;
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration NEVER = Duration.ofHours(1);

    private final Clock clock = Clock.systemUTC();
    private final Connections connections =
            new Connections(Sequence.ofConnections(clock), clock, false);
    private final BlockingQueue<Peer> accepted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Ending> ended = new LinkedBlockingQueue<>();
    private volatile Consumer<Peer> whenAccepted = _ -> {};
    private final List<ClientPort> ports = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (var port : ports) {
            port.drain(Ending.byGateway(CloseCode.GOING_AWAY, "over"), Duration.ofSeconds(10));
            port.close();
        }
    }

    @Test
    void aResetIsOneOnTheWire() throws Exception {
        try (var client = connect(NEVER)) {
            line(peer()).reset(HIT);

            assertThatThrownBy(client::read)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            assertThat(ending()).isEqualTo(Ending.lost("").because(HIT));
        }
    }

    @Test
    void oneThatHasBeenClosedHasNothingToHamper() throws Exception {
        try (var client = connect(NEVER)) {
            var peer = peer();
            peer.close(Ending.byGateway(CloseCode.NORMAL, ""));

            assertThat(peer.line()).isNull();
            assertThat(client.read()).isEqualTo(CLOSE);
        }
    }

    @Test
    void aDeadEndIsGivenUpByItsHeartbeat() throws Exception {
        whenAccepted = peer -> line(peer).halt(HIT);
        try (var client = connect(OFTEN)) {
            var peer = peer();
            peer.send("never read");

            var ending = ending();
            assertThat(ending.initiator()).isEqualTo(Initiator.TIMEOUT);
            assertThat(ending.because()).isEqualTo(HIT);
            assertThat(client.read()).isEqualTo(-1);
            Eventually.until(() -> "given up", () -> peer.pendingBytes() == 0);
        }
    }

    @Test
    void whatADeadEndKeptBackGoesOnAtOnceWhenItIsNoneAnyMore() throws Exception {
        try (var client = connect(NEVER)) {
            var peer = peer();
            try (var _ = line(peer).halt(HIT)) {
                client.text("from the client");
                peer.send("from the gateway");
                assertThat(peer.pendingBytes()).isEqualTo("from the gateway".length());
            }

            assertThat(text(client)).isEqualTo("from the gateway");
            assertThat(text(client)).isEqualTo("from the client");
            Eventually.until(() -> "sent", () -> peer.pendingBytes() == 0);
        }
    }

    @Test
    void aThrottledConnectionGetsNoMoreThanItsShare() throws Exception {
        var frame = "x".repeat(100);
        try (var client = connect(NEVER)) {
            var peer = peer();
            var began = System.nanoTime();
            try (var _ = line(peer).throttle(1_000, HIT)) {
                peer.send(frame);
                peer.send(frame);
                assertThat(peer.pendingBytes()).isEqualTo(2L * frame.length());
                assertThat(text(client)).isEqualTo(frame);
                assertThat(text(client)).isEqualTo(frame);
            }
            assertThat(System.nanoTime() - began)
                    .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    @Test
    void whatWasThrottledIsFlushedWhenThatEnds() throws Exception {
        var frame = "x".repeat(10_000);
        try (var client = connect(NEVER)) {
            var peer = peer();
            try (var _ = line(peer).throttle(1, HIT)) {
                peer.send(frame);
                peer.send("the last");
            }

            assertThat(text(client)).isEqualTo(frame);
            assertThat(text(client)).isEqualTo("the last");
        }
    }

    @Test
    void aClientThatIsSentNoPingsIsGivenUp() throws Exception {
        whenAccepted = peer -> line(peer).loseHeartbeats(HIT);
        try (var client = connect(OFTEN)) {
            assertThat(client.read()).isEqualTo(CLOSE);
            assertThat(ending().because()).isEqualTo(HIT);
        }
    }

    @Test
    void ofTwoHindrancesTheOneThatIsLeftStillHolds() throws Exception {
        try (var client = connect(NEVER)) {
            var peer = peer();
            var line = line(peer);
            try (var _ = line.halt(HIT)) {
                line.halt(HIT + 1).close();
                peer.send("x");
                assertThat(peer.pendingBytes()).isEqualTo(1);
            }
            assertThat(text(client)).isEqualTo("x");
        }
    }

    private RawSocket connect(Duration heartbeat) throws Exception {
        var hub = new LifecycleHub(clock, new EventNumbers(), List.of());
        var port =
                new ClientPort(
                        new ClientPort.Settings(
                                "127.0.0.1",
                                0,
                                new OriginPolicy(Set.of(), false),
                                heartbeat,
                                NEVER,
                                "nobody"),
                        this::echo,
                        new StartupGate(hub),
                        new RefusedRequests(clock),
                        FaultyParts.none());
        port.start();
        ports.add(port);
        var client = new RawSocket(URI.create("ws://127.0.0.1:" + port.port()));
        client.requestUpgrade();
        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        return client;
    }

    private void echo(Peer peer) throws InterruptedException {
        try {
            peer.belongsTo(connections.open(peer.origin(), ConnectionPath.ACCEPT_FIRST));
            peer.accept(null);
            whenAccepted.accept(peer);
            accepted.add(peer);
            ended.add(peer.forEach((frame, _, _) -> answer(peer, frame)));
        } catch (PeerGone gone) {
            ended.add(gone.ending());
        }
    }

    private static void answer(Peer peer, String frame) {
        try {
            peer.send(frame);
        } catch (PeerGone e) {
            // Nobody waits for it.
        }
    }

    private Peer peer() throws InterruptedException {
        var peer = accepted.poll(20, TimeUnit.SECONDS);
        assertThat(peer).isNotNull();
        return peer;
    }

    private Ending ending() throws InterruptedException {
        var ending = ended.poll(20, TimeUnit.SECONDS);
        assertThat(ending).isNotNull();
        return ending;
    }

    private static Line line(Peer peer) {
        var line = peer.line();
        assertThat(line).isNotNull();
        return line;
    }

    private static String text(RawSocket client) throws IOException {
        assertThat(client.read()).isEqualTo(TEXT);
        return new String(client.readFrame(), StandardCharsets.UTF_8);
    }
}
