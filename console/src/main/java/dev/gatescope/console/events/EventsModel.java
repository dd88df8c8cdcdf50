package dev.gatescope.console.events;

import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.GatewayControl.EventQuery;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Page;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The events that the console keeps, and the part of them that is on the screen. While the list is
 * held, because someone paused it or reads in it, events are kept all the same but do not move what
 * is shown. For the models' thread.
 */
public final class EventsModel implements FeedListener {
    private static final int KEPT = 50_000;
    private static final int FROM_JOURNAL = 500;
    private static final Comparator<Event> NEWEST_FIRST =
            Comparator.comparing(Event::id).reversed();

    private final GatewayControl gateway;
    private final Answers answers;
    private final EventStore store;
    private final ObservableList<Event> shown = FXCollections.observableArrayList();
    private final ObjectProperty<EventFilter> filter = new SimpleObjectProperty<>(EventFilter.NONE);
    private final ObjectProperty<@Nullable Event> selected = new SimpleObjectProperty<>();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper arranging = new ReadOnlyBooleanWrapper();
    private boolean scrolled;
    private final ReadOnlyLongWrapper waiting = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Emptiness> nothingShown =
            new ReadOnlyObjectWrapper<>(Emptiness.NOTHING_HAPPENED);

    /** The newest event on the screen when the list began to be held; null while it is not. */
    private @Nullable String heldAt;

    private boolean linked;

    /** The events' model; lives from the feed at once. */
    public EventsModel(GatewayControl gateway, Feed feed, Pulse pulse) {
        this(gateway, feed, pulse, KEPT);
    }

    EventsModel(GatewayControl gateway, Feed feed, Pulse pulse, int kept) {
        this.gateway = gateway;
        this.answers = new Answers(pulse);
        this.store = new EventStore(kept);
        filter.addListener((property, was, now) -> showAll());
        paused.addListener((property, was, now) -> holdOrRelease());
        selected.addListener((property, was, now) -> holdOrRelease());
        feed.register(this);
        tell();
    }

    /**
     * Why the list is empty.
     *
     * @param what what is missing
     * @param how what to do about it
     */
    record Emptiness(String what, String how) {
        static final Emptiness NOTHING_HAPPENED =
                new Emptiness(
                        "Events appear here as they happen",
                        "Connect a client or run the demo traffic.");

        static Emptiness allHidden(int kept) {
            return new Emptiness(
                    "No event passes the filter",
                    "%,d are kept. Esc clears the filter.".formatted(kept));
        }
    }

    /** The events on the screen, newest first; only the model changes it. */
    public ObservableList<Event> shown() {
        return shown;
    }

    /** The event whose fields are shown. */
    public ObjectProperty<@Nullable Event> selectedProperty() {
        return selected;
    }

    /** Whether someone paused the list. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** How many events came for the list since it is held. */
    public ReadOnlyLongProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** How many events are shown and kept, and how many had to go. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why earlier events are missing; empty when they are not. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether the list is being filled anew: what is chosen in it just then, nobody chose. */
    ReadOnlyBooleanProperty arrangingProperty() {
        return arranging.getReadOnlyProperty();
    }

    /** What to say while the list is empty. */
    ReadOnlyObjectProperty<Emptiness> nothingShownProperty() {
        return nothingShown.getReadOnlyProperty();
    }

    ObjectProperty<EventFilter> filterProperty() {
        return filter;
    }

    /** Shows the newest events again and follows them: ends pause, reading and selection. */
    public void follow() {
        scrolled = false;
        paused.set(false);
        selected.set(null);
        holdOrRelease();
    }

    /** Says whether the list is scrolled away from its newest events. */
    void scrolled(boolean away) {
        scrolled = away;
        holdOrRelease();
    }

    /** Shows the fields of an event that is kept; does nothing about one that is not. */
    void open(String id) {
        Event event = store.find(id);
        if (event != null) {
            selected.set(event);
        }
    }

    @Override
    public void onLink(Link link) {
        boolean live = link.state() == Link.State.LIVE;
        if (live && !linked) {
            loadJournal();
        }
        linked = live;
    }

    @Override
    public void onEvents(List<Event> events, long dropped) {
        take(events);
    }

    private void loadJournal() {
        var query = new EventQuery(null, null, null, null, FROM_JOURNAL, null);
        answers.await(
                gateway.events(query),
                this::onJournal,
                failure -> trouble.set("Earlier events are missing. " + failure));
    }

    private void onJournal(Page<Event> page) {
        trouble.set("");
        take(page.items());
    }

    private void take(Collection<Event> events) {
        var fresh = new ArrayList<Event>();
        for (var event : store.add(events)) {
            if (filter.get().test(event)) {
                fresh.add(event);
            }
        }
        if (heldAt == null) {
            show(fresh);
        } else {
            waiting.set(waiting.get() + fresh.size());
        }
        tell();
    }

    /** Events that are newer than all on the screen come in at once, latecomers one by one. */
    private void show(List<Event> oldestFirst) {
        String newest = shown.isEmpty() ? "" : shown.getFirst().id();
        var newer = new ArrayList<Event>();
        for (var event : oldestFirst) {
            if (event.id().compareTo(newest) > 0) {
                newer.add(event);
            } else {
                int place = Collections.binarySearch(shown, event, NEWEST_FIRST);
                shown.add(-place - 1, event);
            }
        }
        Collections.reverse(newer);
        shown.addAll(0, newer);
        forgetOldest();
    }

    private void forgetOldest() {
        String oldest = store.oldestId();
        int keep = shown.size();
        while (oldest != null && keep > 0 && shown.get(keep - 1).id().compareTo(oldest) < 0) {
            keep--;
        }
        if (keep < shown.size()) {
            shown.remove(keep, shown.size());
        }
    }

    private void showAll() {
        var kept = heldAt == null ? store.newestFirst() : store.newestFirstUpTo(heldAt);
        arranging.set(true);
        shown.setAll(kept.stream().filter(filter.get()).toList());
        arranging.set(false);
        tell();
    }

    private void holdOrRelease() {
        boolean hold = paused.get() || scrolled || selected.get() != null;
        if (hold && heldAt == null) {
            heldAt = store.newestId();
        } else if (!hold && heldAt != null) {
            heldAt = null;
            waiting.set(0);
            showAll();
        }
    }

    private void tell() {
        nothingShown.set(
                store.size() == 0 ? Emptiness.NOTHING_HAPPENED : Emptiness.allHidden(store.size()));
        String kept = "%,d shown of %,d kept".formatted(shown.size(), store.size());
        summary.set(
                store.forgotten() == 0
                        ? kept
                        : "%s, %,d older ones forgotten (the newest %,d are kept)"
                                .formatted(kept, store.forgotten(), store.capacity()));
    }
}
