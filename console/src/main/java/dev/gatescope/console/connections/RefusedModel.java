package dev.gatescope.console.connections;

import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.RefusedRequest;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The requests that never became a WebSocket. The gateway is asked for them every few seconds, only
 * while somebody looks at them. For the models' thread alone.
 */
final class RefusedModel {
    private static final Duration ASK_EVERY = Duration.ofSeconds(3);

    private final GatewayControl control;
    private final Answers answers;
    private final InstantSource clock;
    private final ObservableList<RefusedRequest> requests = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Instant askedAt = Instant.EPOCH;
    private boolean watched;

    RefusedModel(GatewayControl control, Pulse pulse, InstantSource clock) {
        this.control = control;
        this.clock = clock;
        answers = new Answers(pulse);
        pulse.onBeat(this::onBeat);
    }

    /** The requests, newest first; only the model changes them. */
    ObservableList<RefusedRequest> requests() {
        return requests;
    }

    /** Why they could not be had; empty if they could. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether somebody looks at them. */
    void watch(boolean now) {
        watched = now;
        if (now) {
            ask();
        }
    }

    private void onBeat() {
        if (watched && !clock.instant().isBefore(askedAt.plus(ASK_EVERY))) {
            ask();
        }
    }

    private void ask() {
        askedAt = clock.instant();
        answers.await(
                control.refusedRequests(),
                newest -> {
                    problem.set("");
                    if (!requests.equals(newest)) {
                        requests.setAll(newest);
                    }
                },
                problem::set);
    }
}
