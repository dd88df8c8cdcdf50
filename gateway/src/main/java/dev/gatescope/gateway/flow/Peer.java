package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.auth.Handshake;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.lifecycle.PeerGone;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The client's end of one connection, as a flow sees it. The flow's own thread calls it, except
 * where a method says otherwise.
 */
public interface Peer {
    /** Where the connection comes from. */
    Origin origin();

    /** What the upgrade request says about who is asking. */
    Handshake handshake();

    /**
     * Says which connection's heartbeat and bytes these are; to be called before {@link #accept}.
     */
    void belongsTo(Connection connection);

    /**
     * Completes the upgrade; frames may come from now on.
     *
     * @param subprotocol what was agreed, or none
     * @throws PeerGone where the client has left
     * @throws RuntimeException where the upgrade failed although the client is there
     */
    void accept(@Nullable String subprotocol) throws PeerGone, InterruptedException;

    /**
     * Waits for the next text frame before the messages are lent.
     *
     * @return none where the time is over
     * @throws PeerGone where the connection is over
     */
    @Nullable String receive(Duration atMost) throws PeerGone, InterruptedException;

    /**
     * Waits for an event that has nothing to do with the connection, but not longer than the
     * connection lasts.
     *
     * @return none where the time is over
     * @throws PeerGone where the connection is over
     */
    <T> @Nullable T await(CompletableFuture<T> event, Duration atMost)
            throws PeerGone, InterruptedException;

    /**
     * Lends the messages until the connection is over: each text frame, those that came early
     * first, is given to the step, one at a time, on whichever thread the transport reads. Returns
     * when the connection is over and no step runs any more.
     */
    Ending forEach(Step step) throws InterruptedException;

    /** The step with what this peer puts between the transport and it; to be lent instead of it. */
    default Step arriving(Step step) {
        return step;
    }

    /** Takes one text frame. */
    @FunctionalInterface
    interface Step {
        /**
         * Called with each frame and its size in bytes of UTF-8; must not throw.
         *
         * @param because the event that tells why the frame is as it is, {@link LifecycleHub#NONE}
         *     as a rule
         */
        void take(String frame, int bytes, long because);
    }

    /** What becomes of frames that come before the messages are lent. */
    interface EarlyFrames {
        /** A frame is kept; {@code waiting} frames are kept now. */
        void queued(int bytes, int waiting);

        /** A frame is more than may be kept, and is dropped. */
        void overflowed(String frame, int bytes);
    }

    /** Sets who is told about early frames; to be called before {@link #accept}. */
    void onEarlyFrames(EarlyFrames listener);

    /**
     * No frame overflows any more: one for which there is no room waits until the messages are
     * lent. To be called before the client is told that it is ready, as it may then send at will.
     */
    void loseNothingFromNowOn();

    /**
     * Sends one text frame, waiting while the client is slow; from any thread.
     *
     * @return the frame's size in bytes of UTF-8
     * @throws PeerGone where the connection is over
     */
    int send(String frame) throws PeerGone;

    /** Bytes sent that the client has not taken yet; from any thread. */
    long pendingBytes();

    /**
     * What its frames travel on, to hamper it on purpose; none before it is accepted and once
     * somebody has closed it; from any thread.
     */
    @Nullable Line line();

    /** Answers the upgrade request with this HTTP status instead; only before {@link #accept}. */
    void refuseUpgrade(int status);

    /** Ends the connection with a close frame; from any thread; only the first ending counts. */
    void close(Ending ending);

    /** How the connection ended; waits, briefly, for a client that has been told to close. */
    Ending awaitEnd() throws InterruptedException;
}
