package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.flow.Checkpoint;
import dev.gatescope.gateway.flow.Gates;
import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.scenario.Hold;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Makes the gateway wait for clients where their group's hold says so: this is what makes a race
 * certain. Connections are known by their User-Agent. Safe from any thread.
 */
final class Holds implements Gates {
    private final Sightings sightings;
    private final Duration patience;
    private volatile @Nullable Hold hold;
    private volatile CompletableFuture<Void> allArrived = CompletableFuture.completedFuture(null);

    Holds(Sightings sightings, Duration patience) {
        this.sightings = sightings;
        this.patience = patience;
    }

    /** From now on the connections of these clients are held like this, if at all. */
    void begin(@Nullable Hold next, List<Track> members) {
        allArrived =
                CompletableFuture.allOf(
                        members.stream()
                                .map(member -> member.held)
                                .toArray(CompletableFuture[]::new));
        hold = next;
    }

    @Override
    public void pass(Checkpoint at, Connection connection, Peer peer) throws InterruptedException {
        var present = hold;
        var track = sightings.of(connection.origin().client());
        if (present == null || track == null || at != present.at()) {
            return;
        }
        track.held.complete(null);
        switch (present.until()) {
            case CLIENT_LEFT -> {
                if (Awaiting.atMost(patience, track.left) && noticesLeaving(at)) {
                    peer.awaitEnd();
                }
            }
            case ALL_ARRIVED -> Awaiting.atMost(patience, allArrived);
        }
    }

    /** Before the upgrade, and while it handles a message, nobody reads the client's socket. */
    private static boolean noticesLeaving(Checkpoint at) {
        return switch (at) {
            case BEFORE_REGISTER, BEFORE_WELCOME -> true;
            case BEFORE_AUTHENTICATE, BEFORE_ACCEPT, BEFORE_HANDLE, BEFORE_CLEANUP -> false;
        };
    }
}
