package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.flow.Line;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.PeerGone;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The way of one connection's frames between its peer and its flow. */
public interface Wire {
    /** Whose frames these are. */
    Connection connection();

    /** The client is welcome, and its frames are given to the flow from now on. */
    void ready();

    /**
     * Gives a frame of the client to the flow; one at a time, on whichever thread reads. Frames
     * before the connection is ready do not come this way.
     *
     * @param because the event that tells why the frame is as it is; NONE as a rule
     */
    void arrive(String frame, int bytes, long because);

    /**
     * Sends a frame to the client; from any thread.
     *
     * @return the frame's size in bytes of UTF-8
     * @throws PeerGone where the connection is over
     */
    int send(String frame) throws PeerGone;

    /** What they travel on; none while there is nothing to hamper. */
    @Nullable Line line();

    /** The gateway ends the connection with a close frame; from any thread. */
    void close(Ending ending);

    /**
     * Waits for an event elsewhere, but not longer than the connection lasts. For waits that are
     * few: what ends by its time is forgotten only with the connection or the event.
     *
     * @return none where the time is over
     * @throws PeerGone where the connection is over
     */
    <T> @Nullable T await(CompletableFuture<T> event, Duration atMost)
            throws PeerGone, InterruptedException;
}
