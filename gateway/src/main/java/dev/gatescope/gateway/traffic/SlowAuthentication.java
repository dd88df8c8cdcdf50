package dev.gatescope.gateway.traffic;

import dev.gatescope.gateway.flow.Checkpoint;
import dev.gatescope.gateway.flow.Gates;
import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.lifecycle.Connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes every eighth demo client wait for its authentication, as behind a service that is slow. */
public final class SlowAuthentication implements Gates {
    private static final int EVERY = 8;
    private static final Duration TAKES = Duration.ofMillis(250);

    private final Gates others;

    /**
     * @param others passed first, by everybody
     */
    public SlowAuthentication(Gates others) {
        this.others = others;
    }

    @Override
    public void pass(Checkpoint at, Connection connection, Peer peer) throws InterruptedException {
        others.pass(at, connection, peer);
        if (at == Checkpoint.BEFORE_AUTHENTICATE
                && connection.origin().demo()
                && connection.number() % EVERY == 0) {
            TimeUnit.NANOSECONDS.sleep(TAKES.toNanos());
        }
    }
}
