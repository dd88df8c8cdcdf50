package dev.gatescope.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatescope.gateway.auth.Handshake;
import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.Initiator;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.lifecycle.PeerGone;

import jakarta.websocket.Endpoint;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What becomes of a peer whose ends do not come in the usual order. */
class SocketPeerTest {
    private static final Ending BY_OPERATOR = new Ending(4000, Initiator.OPERATOR, "enough");

    private final Deadlines deadlines = new Deadlines();
    private final AtomicLong earlyBytes = new AtomicLong();
    private final RecordedSocket socket = new RecordedSocket();
    private final ScriptedUpgrade upgrade = new ScriptedUpgrade();
    private final SocketPeer peer =
            new SocketPeer(
                    new Origin("127.0.0.1:1", null, false),
                    new Handshake(null, List.of(), false),
                    upgrade,
                    deadlines,
                    earlyBytes);

    @AfterEach
    void stop() {
        deadlines.close();
    }

    @Test
    void oneThatIsClosedBeforeItOpensIsClosedOnceItDoes() throws Exception {
        upgrade.completed =
                () -> {
                    peer.close(BY_OPERATOR);
                    peer.onOpen(socket);
                };

        peer.accept(null);

        assertThat(socket.heard).containsExactly("close 4000 enough");
        assertThatThrownBy(() -> peer.send("x")).isInstanceOf(PeerGone.class);
        assertThat(peer.awaitEnd()).isEqualTo(BY_OPERATOR);
    }

    @Test
    void aClientThatLeavesDuringTheUpgradeIsGone() {
        upgrade.failure = new IOException("broken pipe");

        assertThatThrownBy(() -> peer.accept(null))
                .isInstanceOfSatisfying(
                        PeerGone.class, gone -> assertThat(gone.ending().byClient()).isTrue());
    }

    @Test
    void anUpgradeThatFailsIsNotTheClientsLeaving() {
        upgrade.completed =
                () -> {
                    throw new IllegalStateException("the upgrade failed");
                };

        assertThatThrownBy(() -> peer.accept(null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFrameThatComesAfterTheEndIsNotKept() throws Exception {
        upgrade.completed = () -> peer.onOpen(socket);
        peer.accept(null);
        peer.onText("kept");
        assertThat(earlyBytes).hasValue(4);
        peer.onClose(1000, "");
        peer.release();

        peer.onText("too late");

        assertThat(earlyBytes).hasValue(0);
        assertThatThrownBy(() -> peer.receive(Duration.ofSeconds(5))).isInstanceOf(PeerGone.class);
    }

    @Test
    void aFrameForWhichAllTogetherHaveNoRoomIsNotKept() throws Exception {
        var told = new ArrayList<String>();
        upgrade.completed = () -> peer.onOpen(socket);
        peer.onEarlyFrames(
                new Peer.EarlyFrames() {
                    @Override
                    public void queued(int bytes, int waiting) {
                        told.add("queued " + bytes);
                    }

                    @Override
                    public void overflowed(String frame, int bytes) {
                        told.add("overflowed " + frame);
                    }
                });
        peer.accept(null);
        earlyBytes.set(EarlyFrameBuffer.MOST_BYTES_OF_ALL - 4);

        peer.onText("fits");
        peer.onText("x");

        assertThat(told).containsExactly("queued 4", "overflowed x");
        assertThat(earlyBytes).hasValue(EarlyFrameBuffer.MOST_BYTES_OF_ALL);
    }

    @Test
    void oneThatComesWhileAllAreClosedIsClosedToo() throws Exception {
        var peers = new Peers();
        assertThat(peers.closeAll(BY_OPERATOR, 1_000)).isTrue();

        peers.add(peer);

        assertThat(peer.awaitEnd()).isEqualTo(BY_OPERATOR);
        assertThat(upgrade.abandoned).isTrue();
    }

    /** An upgrade that is complete when the script is over. */
    private static final class ScriptedUpgrade implements Upgrade {
        private Runnable completed = () -> {};
        private @Nullable IOException failure;
        private boolean abandoned;

        @Override
        public void complete(Endpoint endpoint, @Nullable String subprotocol) throws IOException {
            if (failure != null) {
                throw failure;
            }
            completed.run();
        }

        @Override
        public void refuse(int status) {
            abandoned = true;
        }
    }
}
