package dev.gatescope.console.overview;

import dev.gatescope.console.chart.Series;
import dev.gatescope.console.chart.TimeAxis;
import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.HistoryPoint;
import dev.gatescope.shared.admin.Snapshot;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What the overview shows: the newest figures and their course over the last ten minutes. Lives
 * from the feed; the charts move once a second. For the models' thread alone.
 */
public final class OverviewModel implements FeedListener {
    private static final Duration SPAN = Duration.ofMinutes(10);
    private static final String MARK_SET = "mark.set";
    private static final String FLOW_CHANGED = "flow.changed";
    private static final String FAULT_STARTED = "fault.started";
    private static final String FAULT_ENDED = "fault.ended";
    private static final List<String> MARKS =
            List.of(MARK_SET, FLOW_CHANGED, FAULT_STARTED, FAULT_ENDED);

    private final GatewayControl control;
    private final Answers answers;
    private final InstantSource clock;
    private final Hints hints;
    private final Recorder recorder = new Recorder(SPAN);
    private final TimeAxis axis = new TimeAxis(SPAN);
    private final ReadOnlyObjectWrapper<@Nullable Figures> figures =
            new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    private Link link = new Link(Link.State.CONNECTING, null, null, null);
    private @Nullable Snapshot newest;
    private Duration gatewayAhead = Duration.ZERO;

    /**
     * The overview's model; lives from the feed at once.
     *
     * @param clientAddress where clients connect, such as {@code ws://127.0.0.1:8025/ws}
     */
    public OverviewModel(
            GatewayControl control,
            Feed feed,
            Pulse pulse,
            InstantSource clock,
            String clientAddress) {
        this.control = control;
        this.clock = clock;
        hints = Hints.forClientsAt(clientAddress);
        answers = new Answers(pulse);
        axis.beginAt(clock.instant());
        axis.advance(clock.instant());
        feed.register(this);
        pulse.onBeat(this::onBeat);
    }

    /** The newest figures; null until the first came. */
    ReadOnlyObjectProperty<@Nullable Figures> figures() {
        return figures.getReadOnlyProperty();
    }

    /** Whether the figures are not those of this moment. */
    ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    /** While figures are stale, since when and why, in a sentence or two. */
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** The time that all charts show. */
    TimeAxis axis() {
        return axis;
    }

    /** The course of a measure. */
    Series series(Measure measure) {
        return recorder.series(measure);
    }

    @Override
    public void onLink(Link newLink) {
        boolean wasLive = link.state() == Link.State.LIVE;
        link = newLink;
        boolean live = newLink.state() == Link.State.LIVE;
        if (live && !wasLive) {
            found();
        } else if (!live && wasLive) {
            axis.lostAt(now());
            recorder.interrupt();
        }
        stale.set(!live);
        notice.set(live ? "" : Notices.of(newest, now()));
    }

    @Override
    public void onSnapshot(Snapshot snapshot) {
        newest = snapshot;
        gatewayAhead = Duration.between(clock.instant(), snapshot.time());
        figures.set(
                Figures.of(
                        snapshot,
                        hints,
                        series(Measure.CONNECTIONS_PER_S).last(),
                        series(Measure.MESSAGES_PER_S).last()));
    }

    @Override
    public void onEvents(List<Event> events, long dropped) {
        for (var event : events) {
            addMark(event);
        }
    }

    private void onBeat() {
        var now = now();
        if (link.state() != Link.State.LIVE) {
            notice.set(Notices.of(newest, now));
            slide(now);
        } else if (newest != null && recorder.record(now, newest)) {
            axis.advance(now);
        }
    }

    private void slide(Instant now) {
        if (!now.isBefore(axis.end().get().plusSeconds(1))) {
            axis.advance(now);
        }
    }

    private void found() {
        axis.foundAt(now());
        answers.await(control.history(SPAN), this::recall, this::noteNothing);
        for (var type : MARKS) {
            var marks = new GatewayControl.EventQuery(type, null, null, null, 20, null);
            answers.await(
                    control.events(marks),
                    page -> page.items().reversed().forEach(this::addMark),
                    this::noteNothing);
        }
    }

    private void recall(List<HistoryPoint> points) {
        recorder.fill(points);
        if (!points.isEmpty()) {
            axis.beginAt(points.getFirst().time());
        }
    }

    /** The past is a courtesy: without it the charts begin now. */
    private void noteNothing(String sentence) {}

    private void addMark(Event event) {
        if (MARKS.contains(event.type()) && !event.time().isBefore(axis.start())) {
            axis.mark(event.time(), label(event));
        }
    }

    /** This moment on the gateway's clock, which all its times are from. */
    private Instant now() {
        return clock.instant().plus(gatewayAhead);
    }

    private static String label(Event mark) {
        return switch (mark.type()) {
            case FLOW_CHANGED -> "flow " + word(mark, "to");
            case FAULT_STARTED -> word(mark, "kind") + " on";
            case FAULT_ENDED -> word(mark, "kind") + " off";
            default -> word(mark, "label");
        };
    }

    /** A word of the event's own; where an older gateway has none, its sentence. */
    private static String word(Event mark, String field) {
        return mark.data().get(field) instanceof String word ? word : mark.message();
    }
}
