package dev.gatescope.gateway.traffic;

import dev.gatescope.gateway.flow.Checkpoint;
import dev.gatescope.gateway.flow.Gates;
import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.lifecycle.Connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What the incident's staging did to some clients: authentication that takes its time, and a
 * welcome that comes only when an impatient client has left.
 */
public final class DemoGates implements Gates {
    /** How the program of a client ends its name that leaves before the welcome. */
    static final String IMPATIENT = " (impatient)";

    private static final int EVERY = 8;
    private static final Duration TAKES = Duration.ofMillis(250);

    private final Gates others;

    /**
     * @param others passed first, by everybody
     */
    public DemoGates(Gates others) {
        this.others = others;
    }

    @Override
    public void pass(Checkpoint at, Connection connection, Peer peer) throws InterruptedException {
        others.pass(at, connection, peer);
        switch (at) {
            case BEFORE_AUTHENTICATE -> {
                if (isSlow(connection)) {
                    TimeUnit.NANOSECONDS.sleep(TAKES.toNanos());
                }
            }
            case BEFORE_WELCOME -> {
                if (isImpatient(connection)) {
                    peer.awaitEnd();
                }
            }
            case BEFORE_ACCEPT, BEFORE_REGISTER, BEFORE_HANDLE, BEFORE_CLEANUP -> {}
        }
    }

    private static boolean isSlow(Connection connection) {
        return connection.origin().demo() && connection.number() % EVERY == 0;
    }

    private static boolean isImpatient(Connection connection) {
        var client = connection.origin().client();
        return client != null && client.endsWith(IMPATIENT);
    }
}
