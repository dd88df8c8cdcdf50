package dev.gatescope.console.shell;

import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.Capability;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The gateway's own demo traffic: whether it runs, and whether it counts. For the models' thread.
 */
public final class DemoModel implements FeedListener {
    private static final int BEATS_BETWEEN = 12;

    private final GatewayControl gateway;
    private final Answers answers;
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(false);
    private final BooleanProperty running = new SimpleBooleanProperty(false);
    private final BooleanProperty counted = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper whyNoSwitch = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /** What the gateway last said or was asked for; tells a click from an answer. */
    private boolean known;

    /** Counts what was asked for: an answer from before it comes too late. */
    private int commands;

    private int beats;

    /** The demo traffic's model; lives from the feed at once. */
    public DemoModel(GatewayControl gateway, Feed feed, Pulse pulse) {
        this.gateway = gateway;
        answers = new Answers(pulse);
        running.addListener((property, was, wanted) -> run(wanted));
        counted.addListener((property, was, wanted) -> gateway.includeDemo(wanted));
        feed.register(this);
        pulse.onBeat(this::onBeat);
    }

    /** Whether the gateway has demo traffic to offer, and is there to be asked for it. */
    public ReadOnlyBooleanProperty offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Why this console's token may not switch it; empty while it may. */
    public ReadOnlyStringProperty whyNoSwitchProperty() {
        return whyNoSwitch.getReadOnlyProperty();
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
        offered.set(
                link.state() == Link.State.LIVE
                        && server != null
                        && server.capabilities().contains(Capability.DEMO));
        whyNoSwitch.set(link.whyNoCommands());
        beats = 0;
        ask();
    }

    /** The traffic begins a moment after the gateway, and others may switch it too. */
    private void onBeat() {
        if (++beats % BEATS_BETWEEN == 0) {
            ask();
        }
    }

    private void ask() {
        int before = commands;
        if (offered.get()) {
            answers.await(
                    gateway.demoRuns(),
                    runs -> {
                        if (before == commands) {
                            show(runs);
                        }
                    },
                    trouble::set);
        }
    }

    private void run(boolean wanted) {
        if (wanted != known) {
            known = wanted;
            commands++;
            trouble.set("");
            answers.await(
                    gateway.runDemo(wanted), done -> {}, failure -> takeBack(!wanted, failure));
        }
    }

    private void takeBack(boolean before, String failure) {
        trouble.set(failure);
        show(before);
    }

    private void show(boolean runs) {
        known = runs;
        running.set(runs);
    }
}
