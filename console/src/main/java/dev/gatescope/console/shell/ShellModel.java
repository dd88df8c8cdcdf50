package dev.gatescope.console.shell;

import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FeedCounts;
import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.ServerInfo;
import dev.gatescope.shared.admin.Snapshot;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What the window's frame says: which gateway this is, how the link to it stands, and what of its
 * events is missing. For the models' thread.
 */
public final class ShellModel implements FeedListener {
    private static final String PRODUCT = "Gatescope";

    private final GatewayControl gateway;
    private final Answers answers;
    private final Supplier<FeedCounts> counts;
    private final DateTimeFormatter clockTime;

    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(PRODUCT);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(PRODUCT);
    private final ReadOnlyObjectWrapper<Link.State> linkState =
            new ReadOnlyObjectWrapper<>(Link.State.CONNECTING);
    private final ReadOnlyStringWrapper linkWord = new ReadOnlyStringWrapper("Connecting");
    private final ReadOnlyStringWrapper lastFigure = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNoCommands = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper traffic = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper received = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper dropped = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Status> droppedStatus =
            new ReadOnlyObjectWrapper<>(Status.GOOD);

    private @Nullable ServerInfo server;
    private @Nullable Instant lostSince;

    /**
     * The frame's model; lives from the feed at once.
     *
     * @param zone in which times are told
     */
    public ShellModel(GatewayControl gateway, Feed feed, Pulse pulse, ZoneId zone) {
        this.gateway = gateway;
        this.answers = new Answers(pulse);
        this.counts = feed::counts;
        this.clockTime = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
        feed.register(this);
        tellTraffic(0);
        tellCounts(0);
    }

    /** The product, the gateway's name, its environment and its flow. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The same without the flow. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Whether figures come. */
    public ReadOnlyObjectProperty<Link.State> linkStateProperty() {
        return linkState.getReadOnlyProperty();
    }

    /** The link in words, such as {@code Lost since 12:03:04}. */
    public ReadOnlyStringProperty linkWordProperty() {
        return linkWord.getReadOnlyProperty();
    }

    /** The time of the figures on the screen, while they are live. */
    public ReadOnlyStringProperty lastFigureProperty() {
        return lastFigure.getReadOnlyProperty();
    }

    /** What is wrong with the link, in one sentence; empty while all is well. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Why this console's token may not command; empty while it may. */
    public ReadOnlyStringProperty whyNoCommandsProperty() {
        return whyNoCommands.getReadOnlyProperty();
    }

    /** What became of the last command; empty before the first. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** How many connections are open. */
    public ReadOnlyStringProperty trafficProperty() {
        return traffic.getReadOnlyProperty();
    }

    /** How many events came since this console first connected. */
    public ReadOnlyStringProperty receivedProperty() {
        return received.getReadOnlyProperty();
    }

    /** How many events were lost, and where. */
    public ReadOnlyStringProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }

    /** Whether all events came. */
    public ReadOnlyObjectProperty<Status> droppedStatusProperty() {
        return droppedStatus.getReadOnlyProperty();
    }

    /** Whether a mark may be set; if not, it is said why. */
    public boolean mayMark() {
        boolean may = whyNoCommands.get().isEmpty();
        if (!may) {
            notice.set("No mark was set. " + whyNoCommands.get());
        }
        return may;
    }

    /** Sets a labelled line on every chart; a blank label sets none. */
    public void mark(String label) {
        String text = label.strip();
        if (!text.isEmpty() && mayMark()) {
            answers.await(
                    gateway.mark(text),
                    done -> notice.set("Mark set: " + text),
                    failure -> notice.set("No mark was set. " + failure));
        }
    }

    @Override
    public void onLink(Link link) {
        server = link.server();
        if (link.state() == Link.State.LOST) {
            lostSince = lostSince == null ? link.lastFigure() : lostSince;
        } else {
            lostSince = null;
        }
        if (link.state() != Link.State.LIVE) {
            lastFigure.set("");
        }
        linkState.set(link.state());
        linkWord.set(wordFor(link.state()));
        trouble.set(troubleWith(link));
        whyNoCommands.set(link.whyNoCommands());
        tellTitle(server == null ? "" : server.flow());
    }

    @Override
    public void onSnapshot(Snapshot snapshot) {
        lastFigure.set(clockTime.format(snapshot.time()));
        tellTitle(snapshot.flow());
        tellTraffic(snapshot.connections().active());
        tellCounts(snapshot.eventsDropped());
    }

    private void tellTitle(String flow) {
        if (server == null) {
            name.set(PRODUCT);
            title.set(PRODUCT);
        } else {
            name.set("%s — %s · %s".formatted(PRODUCT, server.name(), server.env()));
            title.set(name.get() + " · " + flow);
        }
    }

    private String wordFor(Link.State state) {
        return switch (state) {
            case CONNECTING -> "Connecting";
            case LIVE -> "Live";
            case LOST -> lostSince == null ? "Lost" : "Lost since " + clockTime.format(lostSince);
        };
    }

    private static String troubleWith(Link link) {
        String why = Objects.requireNonNullElse(link.why(), "");
        return link.state() == Link.State.LIVE ? "" : why;
    }

    private void tellTraffic(long open) {
        traffic.set(grouped(open) + (open == 1 ? " open connection" : " open connections"));
    }

    private void tellCounts(long byGatewayForAnyone) {
        FeedCounts now = counts.get();
        received.set(grouped(now.received()) + " events since this console connected");
        // The gateway counts for all its readers, this one among them, but may say so a bit later.
        long byGateway = Math.max(byGatewayForAnyone, now.droppedByGateway());
        dropped.set(
                grouped(byGateway)
                        + " dropped by the gateway, "
                        + grouped(now.droppedHere())
                        + " by this console");
        droppedStatus.set(byGateway + now.droppedHere() == 0 ? Status.GOOD : Status.WARNING);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
