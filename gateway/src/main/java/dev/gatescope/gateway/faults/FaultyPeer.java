package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.auth.Handshake;
import dev.gatescope.gateway.flow.Line;
import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.lifecycle.PeerGone;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A peer whose frames go by a wire with what faults put around it. */
final class FaultyPeer implements Peer {
    private final Peer peer;
    private final Around<Hook.OnWire, Wire> wire;
    private volatile @Nullable Connection owner;
    private volatile @Nullable Step step;

    FaultyPeer(Peer peer, Supplier<Replacements> acting) {
        this.peer = peer;
        this.wire = new Around<>(acting, Hook.OnWire.class, new Direct(), Hook.OnWire::around);
    }

    /** The way as it is without faults. */
    private final class Direct implements Wire {
        @Override
        public Connection connection() {
            return known(owner);
        }

        @Override
        public void ready() {
            // The peer itself need not know.
        }

        @Override
        public void arrive(String frame, int bytes, long because) {
            known(step).take(frame, bytes, because);
        }

        @Override
        public int send(String frame) throws PeerGone {
            return peer.send(frame);
        }

        @Override
        public void close(Ending ending) {
            peer.close(ending);
        }

        @Override
        public @Nullable Line line() {
            return peer.line();
        }

        @Override
        public <T> @Nullable T await(CompletableFuture<T> event, Duration atMost)
                throws PeerGone, InterruptedException {
            return peer.await(event, atMost);
        }
    }

    private static <T> T known(@Nullable T what) {
        if (what == null) {
            throw new IllegalStateException("frames come after the connection");
        }
        return what;
    }

    @Override
    public void belongsTo(Connection connection) {
        owner = connection;
        peer.belongsTo(connection);
    }

    @Override
    public Step arriving(Step taker) {
        step = peer.arriving(taker);
        return (frame, bytes, because) -> wire.now().arrive(frame, bytes, because);
    }

    @Override
    public int send(String frame) throws PeerGone {
        return wire.now().send(frame);
    }

    @Override
    public void close(Ending ending) {
        wire.now().close(ending);
    }

    // What it does as any peer does.

    @Override
    public Origin origin() {
        return peer.origin();
    }

    @Override
    public Handshake handshake() {
        return peer.handshake();
    }

    @Override
    public void accept(@Nullable String subprotocol) throws PeerGone, InterruptedException {
        peer.accept(subprotocol);
    }

    @Override
    public @Nullable String receive(Duration atMost) throws PeerGone, InterruptedException {
        return peer.receive(atMost);
    }

    @Override
    public <T> @Nullable T await(CompletableFuture<T> event, Duration atMost)
            throws PeerGone, InterruptedException {
        return peer.await(event, atMost);
    }

    @Override
    public Ending forEach(Step taker) throws InterruptedException {
        wire.now().ready();
        return peer.forEach(taker);
    }

    @Override
    public void onEarlyFrames(EarlyFrames listener) {
        peer.onEarlyFrames(listener);
    }

    @Override
    public void loseNothingFromNowOn() {
        peer.loseNothingFromNowOn();
    }

    @Override
    public @Nullable Line line() {
        return peer.line();
    }

    @Override
    public long pendingBytes() {
        return peer.pendingBytes();
    }

    @Override
    public void refuseUpgrade(int status) {
        peer.refuseUpgrade(status);
    }

    @Override
    public Ending awaitEnd() throws InterruptedException {
        return peer.awaitEnd();
    }
}
