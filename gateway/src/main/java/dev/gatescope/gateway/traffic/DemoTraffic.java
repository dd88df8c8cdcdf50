package dev.gatescope.gateway.traffic;

import dev.gatescope.gateway.auth.TokenIssuer;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Two dozen clients that use a gateway as people and programs do, over real sockets and within
 * every limit and every figure. Runs while it is switched on. Safe from any thread.
 */
public final class DemoTraffic implements AutoCloseable {
    private final URI gateway;
    private final TokenIssuer tokens;
    private final String demoMark;
    private final long seed;
    private final double speed;
    private final Witness witness;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Crowd crowd;

    /**
     * Traffic at the pace of people, switched off until {@link #run}.
     *
     * @param gateway where clients connect, such as {@code ws://127.0.0.1:8025/ws}; it should be
     *     ready before the traffic runs
     * @param tokens makes tokens that the gateway takes
     * @param demoMark by which the gateway knows these clients as its own
     * @param seed the same seed makes each client do the same things in the same order
     */
    public DemoTraffic(URI gateway, TokenIssuer tokens, String demoMark, long seed) {
        this(gateway, tokens, demoMark, seed, 1, (_, _, _) -> {});
    }

    /**
     * Traffic at another pace.
     *
     * @param speed how many times faster than people
     */
    DemoTraffic(
            URI gateway,
            TokenIssuer tokens,
            String demoMark,
            long seed,
            double speed,
            Witness witness) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.demoMark = demoMark;
        this.seed = seed;
        this.speed = speed;
        this.witness = witness;
    }

    /**
     * Switches the traffic on or off. Switching off waits, for a second at most, until every client
     * has left.
     */
    public void run(boolean on) {
        lock.lock();
        try {
            var present = crowd;
            if (on && present == null) {
                crowd = new Crowd(gateway, tokens, demoMark, seed, new Pace(speed), witness);
            } else if (!on && present != null) {
                crowd = null;
                present.close();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the traffic is switched on. */
    public boolean running() {
        return crowd != null;
    }

    /** Switches the traffic off. */
    @Override
    public void close() {
        run(false);
    }
}
