package dev.gatescope.console.why;

import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.Capability;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.admin.Why;
import dev.gatescope.shared.chain.Chain;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Why the event that was asked about happened. What is recorded does not change any more, so each
 * is asked for once. For the models' thread alone.
 */
public final class WhyModel implements FeedListener {
    private final GatewayControl gateway;
    private final Answers answers;
    private final ReadOnlyStringWrapper event = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Chain> chain = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<Emptiness> nothing =
            new ReadOnlyObjectWrapper<>(Emptiness.NOT_ASKED);

    private boolean offered = true;
    private String newestError = "";

    /** The model; lives from the feed at once. */
    public WhyModel(GatewayControl gateway, Feed feed, Pulse pulse) {
        this.gateway = gateway;
        answers = new Answers(pulse);
        feed.register(this);
    }

    /**
     * Why there is no chain.
     *
     * @param what what is missing
     * @param how what to do about it
     */
    record Emptiness(String what, String how) {
        static final Emptiness NOT_ASKED =
                new Emptiness(
                        "Why something happened appears here",
                        "Press Why on a problem of the overview, on an error in Events or in a"
                                + " connection's timeline, or on a leak.");
        static final Emptiness NOT_OFFERED =
                new Emptiness(
                        "This gateway does not tell why",
                        "Its admin API lacks the capability “why”: it runs an older version. Events"
                                + " shows what each event was caused by.");
        static final Emptiness ASKING = new Emptiness("Asking the gateway", "");
        static final Emptiness NO_STEP =
                new Emptiness(
                        "Nothing is recorded about this event",
                        "The gateway may have forgotten it. Newer errors are in Events.");

        static Emptiness failed(String sentence) {
            return new Emptiness("The gateway did not say why", sentence);
        }
    }

    /** Asks why an event happened. */
    public void ask(String id) {
        event.set(id);
        chain.set(null);
        if (!offered) {
            nothing.set(Emptiness.NOT_OFFERED);
            return;
        }
        nothing.set(Emptiness.ASKING);
        answers.await(
                gateway.diagnosis().why(id),
                why -> show(id, why),
                sentence -> {
                    if (id.equals(event.get())) {
                        nothing.set(Emptiness.failed(sentence));
                    }
                });
    }

    /** The event asked about; empty before the first. */
    ReadOnlyStringProperty event() {
        return event.getReadOnlyProperty();
    }

    /** The chain from it; null while there is none. */
    ReadOnlyObjectProperty<@Nullable Chain> chain() {
        return chain.getReadOnlyProperty();
    }

    /** What to say while there is none. */
    ReadOnlyObjectProperty<Emptiness> nothing() {
        return nothing.getReadOnlyProperty();
    }

    /** Asks about the newest error that came, if nothing was asked yet. */
    void askAboutNewestError() {
        if (event.get().isEmpty() && !newestError.isEmpty()) {
            ask(newestError);
        }
    }

    @Override
    public void onLink(Link link) {
        offered = link.state() != Link.State.LIVE || link.offers(Capability.WHY);
        if (event.get().isEmpty()) {
            nothing.set(offered ? Emptiness.NOT_ASKED : Emptiness.NOT_OFFERED);
        }
    }

    @Override
    public void onEvents(List<Event> events, long dropped) {
        for (var each : events) {
            if (each.severity() == Severity.ERROR) {
                newestError = each.id();
            }
        }
    }

    private void show(String id, Why why) {
        if (!id.equals(event.get())) {
            return; // another was asked about since
        }
        var told = Chain.of(why);
        if (told.lines().isEmpty()) {
            nothing.set(Emptiness.NO_STEP);
        } else {
            chain.set(told);
        }
    }
}
