package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.auth.Handshake;
import dev.gatescope.gateway.lifecycle.Causes;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.lifecycle.PeerGone;
import dev.gatescope.shared.protocol.CloseCode;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * A socket that keeps a flag for either end, as the one that was shipped: the client's changes only
 * when the loop takes the client's good-bye out of the queue, the application's when this end
 * closes or fails to send. The loop believes the client's alone; so it goes round once more after
 * this end is over, and asks a socket for messages that is not connected.
 */
final class TwoFlagPeer implements Peer {
    /** What is known of one end. */
    enum Flag {
        CONNECTING,
        CONNECTED,
        DISCONNECTED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int MOST_ERRORS = 5;

    private final Peer peer;
    private final UserSockets siblings;
    private final long property;
    private volatile Flag client = Flag.CONNECTING;
    private volatile Flag application = Flag.CONNECTING;
    private volatile boolean inLoop;
    private volatile long overBecause = LifecycleHub.NONE;
    private @Nullable Connection connection;

    /**
     * @param property the event that says that this flow believes one of two flags
     */
    TwoFlagPeer(Peer peer, UserSockets siblings, long property) {
        this.peer = peer;
        this.siblings = siblings;
        this.property = property;
    }

    /**
     * A client that is gone is not noticed here: whether the answer arrives is nobody's concern.
     */
    @Override
    public void accept(@Nullable String subprotocol) throws InterruptedException {
        try {
            peer.accept(subprotocol);
        } catch (PeerGone unnoticed) {
            // Both flags say connected all the same.
        }
        client = Flag.CONNECTED;
        application = Flag.CONNECTED;
    }

    @Override
    public @Nullable String receive(Duration atMost) throws PeerGone, InterruptedException {
        if (application != Flag.CONNECTED) {
            throw notConnected("WebSocket is not connected. Need to call \"accept\" first.");
        }
        try {
            return peer.receive(atMost);
        } catch (PeerGone gone) {
            client = Flag.DISCONNECTED;
            throw gone;
        }
    }

    @Override
    public int send(String frame) {
        switch (application) {
            case CONNECTED -> {}
            case CONNECTING ->
                    throw notConnected(
                            "WebSocket is not connected. Need to call \"accept\" first.");
            case DISCONNECTED ->
                    throw notConnected("Cannot call \"send\" once a close message has been sent.");
        }
        try {
            return peer.send(frame);
        } catch (PeerGone gone) {
            application = Flag.DISCONNECTED;
            overBecause = gone.ending().because();
            throw notConnected("The client is gone (1006).");
        }
    }

    /** One loop that pulls; after a failed message it pauses, after five in a row it ends. */
    @Override
    public Ending forEach(Step step) throws InterruptedException {
        inLoop = true;
        var own = connection;
        var user = own == null ? null : own.user();
        if (user != null) {
            siblings.connected(user, this);
        }
        try {
            while (client == Flag.CONNECTED) {
                var frame = receive(ROUND);
                if (frame != null) {
                    step.take(
                            frame,
                            frame.getBytes(StandardCharsets.UTF_8).length,
                            LifecycleHub.NONE);
                    pauseAfter(own == null ? 0 : own.errorCount());
                }
            }
        } catch (PeerGone gone) {
            return gone.ending();
        } finally {
            if (user != null) {
                siblings.disconnect(user, property);
            }
        }
        return peer.awaitEnd();
    }

    /** Meanwhile nothing is read: neither a message nor that the client has left. */
    private void pauseAfter(int errors) throws InterruptedException {
        if (errors == 0) {
            return;
        }
        try {
            peer.await(new CompletableFuture<>(), FIRST_PAUSE.multipliedBy(1L << (errors - 1)));
        } catch (PeerGone unnoticed) {
            // The loop will find out, or not.
        }
        if (errors >= MOST_ERRORS) {
            close(Ending.byGateway(CloseCode.NORMAL, "").because(lastError()));
            client = Flag.DISCONNECTED;
        }
    }

    private long lastError() {
        var own = connection;
        return own == null ? LifecycleHub.NONE : own.lastErrorEvent();
    }

    @Override
    public void close(Ending ending) {
        application = Flag.DISCONNECTED;
        overBecause = ending.because();
        peer.close(ending);
    }

    private NotConnected notConnected(String complaint) {
        return new NotConnected(complaint, client, application, Causes.of(overBecause, property));
    }

    @Override
    public void belongsTo(Connection owner) {
        connection = owner;
        peer.belongsTo(owner);
    }

    /** Frames that wait for the loop once it runs are not early. */
    @Override
    public void onEarlyFrames(EarlyFrames listener) {
        peer.onEarlyFrames(
                new EarlyFrames() {
                    @Override
                    public void queued(int bytes, int waiting) {
                        if (!inLoop) {
                            listener.queued(bytes, waiting);
                        }
                    }

                    @Override
                    public void overflowed(String frame, int bytes) {
                        listener.overflowed(frame, bytes);
                    }
                });
    }

    // What it does as any peer does.

    @Override
    public Step arriving(Step step) {
        return peer.arriving(step);
    }

    @Override
    public Origin origin() {
        return peer.origin();
    }

    @Override
    public Handshake handshake() {
        return peer.handshake();
    }

    @Override
    public <T> @Nullable T await(CompletableFuture<T> event, Duration atMost)
            throws PeerGone, InterruptedException {
        return peer.await(event, atMost);
    }

    @Override
    public void loseNothingFromNowOn() {
        peer.loseNothingFromNowOn();
    }

    @Override
    public long pendingBytes() {
        return peer.pendingBytes();
    }

    @Override
    public @Nullable Line line() {
        return peer.line();
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
