package dev.gatescope.console.leaks;

import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.Capability;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.LeakInfo;
import dev.gatescope.shared.admin.Page;
import dev.gatescope.shared.admin.Snapshot;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The gateway's ledger of leaks: those of one state, grouped by where they were taken, one of them
 * chosen. While somebody looks, the gateway is asked a moment after events told of a change, and
 * every ten seconds without one. For the models' thread alone.
 */
public final class LeaksModel implements FeedListener {
    private static final Duration AFTER_CHANGE = Duration.ofSeconds(1);
    private static final Duration WITHOUT_CHANGE = Duration.ofSeconds(10);
    private static final int MOST_PAGES = 5;

    private final GatewayControl gateway;
    private final Answers answers;
    private final InstantSource clock;
    private final ObjectProperty<LeakState> state = new SimpleObjectProperty<>(LeakState.LEAKED);
    private final ReadOnlyObjectWrapper<List<LeakGroup>> groups =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<LeakState, String>> counts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ObjectProperty<@Nullable LeakInfo> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyObjectWrapper<Emptiness> nothing =
            new ReadOnlyObjectWrapper<>(Emptiness.NONE_LEAKED);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNoReclaim = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reclaimTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    private List<LeakInfo> known = List.of();
    private boolean more;
    private boolean offered;
    private boolean watched;
    private boolean changed;
    private boolean asking;
    private Instant askedAt = Instant.EPOCH;
    private Duration gatewayAhead = Duration.ZERO;

    /** The leaks' model; lives from the feed at once. */
    public LeaksModel(GatewayControl gateway, Feed feed, Pulse pulse, InstantSource clock) {
        this.gateway = gateway;
        this.clock = clock;
        answers = new Answers(pulse);
        now = new ReadOnlyObjectWrapper<>(clock.instant());
        state.subscribe(this::arrange);
        chosen.addListener((property, was, is) -> {
            if (was == null || is == null || !was.id().equals(is.id())) {
                reclaimTrouble.set("");
                notice.set("");
            }
        });
        feed.register(this);
        pulse.onBeat(this::onBeat);
    }

    /**
     * Why there is nothing to see.
     *
     * @param what what is missing
     * @param how how to make it appear
     */
    record Emptiness(String what, String how) {
        static final Emptiness NONE_LEAKED =
                new Emptiness(
                        "Nothing is leaked",
                        "A handler or session that is still held after its connection or request is"
                            + " over appears here, with where it was taken. To see some, run the"
                            + " demo on the flow “legacy”: the button beside the title changes"
                            + " it.");
        static final Emptiness NONE_RETURNED =
                new Emptiness(
                        "Nothing was returned late",
                        "What was reported as leaked and was then given back by itself appears"
                                + " here: a slow but honest holder.");
        static final Emptiness NONE_RECLAIMED =
                new Emptiness(
                        "Nothing was reclaimed",
                        "What an operator gave back appears here. Choose a leak and press"
                                + " Reclaim.");
        static final Emptiness NOT_OFFERED =
                new Emptiness(
                        "This gateway keeps no ledger of leaks",
                        "Its admin API lacks the capability “leaks”: it runs an older version. The"
                                + " overview shows how many handlers and sessions are leaked.");

        static Emptiness of(LeakState state) {
            return switch (state) {
                case LEAKED -> NONE_LEAKED;
                case RETURNED -> NONE_RETURNED;
                case RECLAIMED -> NONE_RECLAIMED;
            };
        }
    }

    /** Which leaks are shown; whoever sets it shows others. */
    ObjectProperty<LeakState> state() {
        return state;
    }

    /** Those that are shown, by place. */
    ReadOnlyObjectProperty<List<LeakGroup>> groups() {
        return groups.getReadOnlyProperty();
    }

    /** How many there are of each state, in words: beyond 5,000 leaks only the newest are known. */
    ReadOnlyObjectProperty<Map<LeakState, String>> counts() {
        return counts.getReadOnlyProperty();
    }

    /** The one whose details are shown; null while none is. */
    ObjectProperty<@Nullable LeakInfo> chosen() {
        return chosen;
    }

    /** This moment on the gateway's clock; moves once a second. */
    ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    /** What to say while none is shown. */
    ReadOnlyObjectProperty<Emptiness> nothing() {
        return nothing.getReadOnlyProperty();
    }

    /** Why the ledger could not be had; empty if it could. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Why the chosen one cannot be reclaimed from here; empty while it can. */
    ReadOnlyStringProperty whyNoReclaim() {
        return whyNoReclaim.getReadOnlyProperty();
    }

    /** Why the chosen one was not reclaimed; empty while nothing went wrong. */
    ReadOnlyStringProperty reclaimTrouble() {
        return reclaimTrouble.getReadOnlyProperty();
    }

    /** That the chosen one was reclaimed; empty while it was not. */
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Whether somebody looks. */
    void watch(boolean looking) {
        watched = looking;
        if (looking) {
            ask();
        }
    }

    /** Gives the chosen one back. */
    void reclaim() {
        var leak = chosen.get();
        if (leak == null || !whyNoReclaim.get().isEmpty()) {
            return;
        }
        reclaimTrouble.set("");
        answers.await(
                gateway.diagnosis().reclaim(leak.id()),
                done -> {
                    notice.set("Reclaimed the " + leak.kind() + " of " + ownerOf(leak) + ".");
                    ask();
                },
                sentence -> reclaimTrouble.set("It was not reclaimed. " + sentence));
    }

    /** Whose a leak was, in words. */
    static String ownerOf(LeakInfo leak) {
        var connection = leak.owner().connection();
        return connection == null ? "the gateway" : connection;
    }

    @Override
    public void onLink(Link link) {
        offered = link.offers(Capability.LEAKS);
        whyNoReclaim.set(link.whyNoCommands());
        changed = true;
        askedAt = Instant.EPOCH;
        boolean missing = link.state() == Link.State.LIVE && !offered;
        nothing.set(missing ? Emptiness.NOT_OFFERED : Emptiness.of(state.get()));
    }

    @Override
    public void onSnapshot(Snapshot snapshot) {
        gatewayAhead = Duration.between(clock.instant(), snapshot.time());
    }

    @Override
    public void onEvents(List<Event> events, long dropped) {
        changed |= dropped > 0 || events.stream().anyMatch(LeaksModel::tellsOfAChange);
    }

    private static boolean tellsOfAChange(Event event) {
        return event.type().endsWith(".leaked")
                || event.type().endsWith(".returned")
                || (event.type().equals("handler.removed")
                        && Boolean.TRUE.equals(event.data().get("leaked")));
    }

    private void onBeat() {
        if (!watched) {
            return;
        }
        if (!gatewayNow().isBefore(now.get().plusSeconds(1))) {
            now.set(gatewayNow());
        }
        var wait = changed ? AFTER_CHANGE : WITHOUT_CHANGE;
        if (!asking && !clock.instant().isBefore(askedAt.plus(wait))) {
            ask();
        }
    }

    private Instant gatewayNow() {
        return clock.instant().plus(gatewayAhead);
    }

    /** Asks the gateway now. */
    void ask() {
        if (!offered) {
            return;
        }
        changed = false;
        asking = true;
        askedAt = clock.instant();
        askOn(new ArrayList<>(), null, 1);
    }

    private void askOn(List<LeakInfo> before, @Nullable String cursor, int page) {
        answers.await(
                gateway.diagnosis().leaks(null, cursor),
                answer -> take(before, answer, page),
                sentence -> {
                    asking = false;
                    trouble.set(sentence);
                });
    }

    private void take(List<LeakInfo> all, Page<LeakInfo> answer, int page) {
        all.addAll(answer.items());
        if (answer.nextCursor() != null && page < MOST_PAGES) {
            askOn(all, answer.nextCursor(), page + 1);
            return;
        }
        asking = false;
        trouble.set("");
        known = List.copyOf(all);
        now.set(gatewayNow());
        more = answer.nextCursor() != null;
        arrange();
    }

    private void arrange() {
        var wanted = state.get();
        groups.set(LeakGroup.of(known.stream().filter(wanted::is).toList()));
        var numbers = new EnumMap<LeakState, String>(LeakState.class);
        for (var each : LeakState.values()) {
            long count = known.stream().filter(each::is).count();
            numbers.put(each, String.format(Locale.ROOT, "%,d", count) + (more ? "+" : ""));
        }
        counts.set(numbers);
        if (!nothing.get().equals(Emptiness.NOT_OFFERED)) {
            nothing.set(Emptiness.of(wanted));
        }
        keepChosen();
    }

    /** The chosen one stays in sight also when its state is no longer the one that is shown. */
    private void keepChosen() {
        var before = chosen.get();
        if (before != null) {
            known.stream()
                    .filter(leak -> leak.id().equals(before.id()))
                    .findFirst()
                    .ifPresent(chosen::set);
        }
    }
}
