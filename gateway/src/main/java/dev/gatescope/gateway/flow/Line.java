package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Ending;

/**
 * What the frames of an open connection travel on, for those who hamper it on purpose: what a
 * network or a client does to a gateway, done by the gateway to itself. Each hindrance names the
 * event that explains it, and what comes of it is explained by that event. Safe from any thread;
 * nothing here waits.
 */
public interface Line {
    /** What hampers until it is closed, once; then what was kept back goes on at once. */
    @FunctionalInterface
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** Whose frames they are. */
    Connection connection();

    /** Whether nobody has closed it yet. */
    boolean isOpen();

    /** Ends the connection with a close frame; only the first ending counts. */
    void close(Ending ending);

    /** Breaks the TCP connection: both ends find it reset, and nobody has said good-bye. */
    void reset(long because);

    /**
     * Nothing is read or written any more, though TCP stays open: the client has become a dead end.
     * A client that ends TCP itself is noticed all the same.
     */
    Hold halt(long because);

    /** Frames go out at so many bytes a second, each as a whole. */
    Hold throttle(int bytesPerSecond, long because);

    /** Neither do the gateway's pings go out, nor are pongs heard. */
    Hold loseHeartbeats(long because);
}
