package dev.gatescope.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatescope.gateway.auth.Handshake;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.Initiator;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.lifecycle.PeerGone;

import jakarta.websocket.Endpoint;
import jakarta.websocket.SendHandler;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
        private boolean abandoned;

        @Override
        public void complete(Endpoint endpoint, @Nullable String subprotocol) {
            completed.run();
        }

        @Override
        public void abandon() {
            abandoned = true;
        }
    }

    /** A socket that notes what it is told. */
    private static final class RecordedSocket implements Socket {
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void send(String text, SendHandler whenSent) {
            heard.add("send " + text);
        }

        @Override
        public void ping(long payload) {
            heard.add("ping");
        }

        @Override
        public void close(int code, String reason) {
            heard.add("close " + code + " " + reason);
        }

        @Override
        public void abort() {
            heard.add("abort");
        }
    }
}
