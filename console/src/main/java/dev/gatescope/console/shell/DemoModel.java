package dev.gatescope.console.shell;

import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.GatewayCallFailed;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Link;
import dev.gatescope.shared.admin.Capability;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.Snapshot;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The gateway's own demo traffic: whether it runs, and whether it counts. The gateway does not tell
 * whether it runs; a demo connection that opens does. For the models' thread.
 */
public final class DemoModel implements FeedListener {
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(2);

    private final GatewayControl gateway;
    private final Executor models;
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(false);
    private final BooleanProperty running = new SimpleBooleanProperty(false);
    private final BooleanProperty counted = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /** What the gateway was last asked for or showed; tells a click from an observation. */
    private boolean known;

    /** Demo connections that opened before this tell nothing new. */
    private Instant knownUntil = Instant.EPOCH;

    private Instant gatewayTime = Instant.EPOCH;

    /**
     * The demo traffic's model; lives from the feed at once.
     *
     * @param models the models' thread, on which the outcome of a command is to be told
     */
    public DemoModel(GatewayControl gateway, Feed feed, Executor models) {
        this.gateway = gateway;
        this.models = models;
        running.addListener((property, was, wanted) -> run(wanted));
        counted.addListener((property, was, wanted) -> gateway.includeDemo(wanted));
        feed.register(this);
    }

    /** Whether the gateway has demo traffic to offer to this console. */
    public ReadOnlyBooleanProperty offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Whether it runs; setting it switches it. */
    public BooleanProperty runningProperty() {
        return running;
    }

    /** Whether it counts in the figures, the connections and the events; setting it switches it. */
    public BooleanProperty countedProperty() {
        return counted;
    }

    /** Why the last switch did not work; empty when it did. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    @Override
    public void onLink(Link link) {
        var server = link.server();
        offered.set(server != null && server.capabilities().contains(Capability.DEMO));
    }

    @Override
    public void onSnapshot(Snapshot snapshot) {
        gatewayTime = snapshot.time();
    }

    @Override
    public void onConnections(List<ConnectionInfo> connections) {
        for (var connection : connections) {
            if (connection.demo()
                    && connection.closedAt() == null
                    && connection.openedAt().isAfter(knownUntil)) {
                knownUntil = connection.openedAt();
                show(true);
            }
        }
    }

    private void run(boolean wanted) {
        if (wanted != known) {
            known = wanted;
            var _ =
                    gateway.runDemo(wanted)
                            .whenCompleteAsync((done, failure) -> ran(wanted, failure), models);
        }
    }

    private void ran(boolean wanted, @Nullable Throwable failure) {
        trouble.set(failure == null ? "" : GatewayCallFailed.sentenceOf(failure));
        if (failure != null) {
            show(!wanted);
        } else if (!wanted) {
            knownUntil = gatewayTime.plus(TIME_TO_STOP);
        }
    }

    private void show(boolean runs) {
        known = runs;
        running.set(runs);
    }
}
