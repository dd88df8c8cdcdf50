package dev.gatescope.console.shell;

import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.FaultControl;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.Capability;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultList;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.Snapshot;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The faults of the gateway as every view needs them: those that act, those that are over, and
 * whether new ones are taken. Renews the leases of those that were injected here, with every beat
 * and no longer than there are beats. For the models' thread.
 */
public final class FaultWatchModel implements FeedListener {
    private static final int BEATS_WHILE_ACTIVE = 4;
    private static final int BEATS_AT_REST = 20;
    private static final Duration LATE = Duration.ofSeconds(2);

    private final FaultControl control;
    private final Answers answers;
    private final InstantSource clock;
    private final Leases leases = new Leases();
    private final ObservableList<FaultInfo> active = FXCollections.observableArrayList();
    private final ObservableList<FaultInfo> ended = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper allowed = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper missing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper whyNone = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> now;
    private final BooleanProperty counted = new SimpleBooleanProperty(true);

    private Duration gatewayAhead = Duration.ZERO;
    private int beats;
    private boolean asking;
    private boolean askAgain;

    /** The faults' model; lives from the feed at once. */
    public FaultWatchModel(GatewayControl gateway, Feed feed, Pulse pulse, InstantSource clock) {
        this.control = gateway.faults();
        this.clock = clock;
        answers = new Answers(pulse);
        now = new ReadOnlyObjectWrapper<>(clock.instant());
        counted.addListener((property, was, wanted) -> gateway.includeInjected(wanted));
        onLink(new Link(Link.State.CONNECTING, null, null, null));
        feed.register(this);
        pulse.onBeat(this::onBeat);
    }

    /** The faults that act, newest first; only the model changes them. */
    public ObservableList<FaultInfo> active() {
        return active;
    }

    /** The faults that are over, newest first; only the model changes them. */
    public ObservableList<FaultInfo> ended() {
        return ended;
    }

    /** Whether new faults are taken; not after <i>stop all</i>. */
    public ReadOnlyBooleanProperty allowedProperty() {
        return allowed.getReadOnlyProperty();
    }

    /** Whether the gateway is there and has a fault lab. */
    public ReadOnlyBooleanProperty offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Whether the gateway has said that it has no fault lab. */
    public ReadOnlyBooleanProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** Why faults cannot be commanded from here; empty while they can. */
    public ReadOnlyStringProperty whyNoCommandsProperty() {
        return whyNone.getReadOnlyProperty();
    }

    /** Why the last command for all faults was not done; empty when it was. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** This second on the gateway's clock, which all times of faults are from. */
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** Whether injected failures count in what is shown; setting it switches it. */
    public BooleanProperty countedProperty() {
        return counted;
    }

    /** Whether this console renews the fault's lease. */
    public boolean keeps(FaultInfo fault) {
        return leases.keeps(fault.id());
    }

    /**
     * Injects a fault, and renews its lease from then on.
     *
     * @param done takes the fault once it acts
     * @param failed takes one sentence for people
     */
    public void inject(FaultRequest request, Consumer<FaultInfo> done, Consumer<String> failed) {
        answers.await(
                control.inject(request),
                fault -> {
                    if (request.lease() != null) {
                        leases.keep(fault, Duration.parse(request.lease()), gatewayNow());
                    }
                    active.removeIf(known -> known.id().equals(fault.id()));
                    active.addFirst(fault);
                    ask();
                    done.accept(fault);
                },
                failed);
    }

    /**
     * Ends one fault.
     *
     * @param failed takes one sentence for people
     */
    public void stop(String fault, Consumer<String> failed) {
        leases.forget(fault);
        answers.await(control.stop(fault), done -> ask(), failed);
    }

    /** Ends all faults and blocks new ones; says why where that cannot be done. */
    public void stopAll() {
        command("Nothing was stopped. ", control::stopAll);
    }

    /** Takes new faults again; says why where that cannot be done. */
    public void allow() {
        command("New faults are still blocked. ", control::allow);
    }

    @Override
    public void onLink(Link link) {
        var server = link.server();
        boolean live = link.state() == Link.State.LIVE;
        missing.set(server != null && !server.capabilities().contains(Capability.FAULTS));
        offered.set(live && server != null && !missing.get());
        if (missing.get()) {
            whyNone.set("This gateway injects no faults.");
        } else if (!offered.get()) {
            whyNone.set("Faults can be injected while the gateway is connected.");
        } else {
            whyNone.set(link.whyNoCommands());
        }
        trouble.set("");
        ask();
    }

    @Override
    public void onSnapshot(Snapshot snapshot) {
        gatewayAhead = Duration.between(clock.instant(), snapshot.time());
        if (snapshot.faultsActive() != active.size()) {
            ask();
        }
    }

    @Override
    public void onEvents(List<Event> events, long dropped) {
        if (events.stream().anyMatch(FaultWatchModel::changesTheList)) {
            ask();
        }
    }

    private static boolean changesTheList(Event event) {
        return event.type().equals("fault.started") || event.type().equals("fault.ended");
    }

    private void onBeat() {
        now.set(gatewayNow().truncatedTo(ChronoUnit.SECONDS));
        // What a lost gateway cannot tell any more: it ends what it has without being asked.
        active.removeIf(fault -> fault.endsAt().plus(LATE).isBefore(gatewayNow()));
        if (++beats >= (active.isEmpty() ? BEATS_AT_REST : BEATS_WHILE_ACTIVE)) {
            ask();
        }
        if (offered.get()) {
            leases.due(gatewayNow()).forEach(this::renew);
        }
    }

    /** A renewal that fails is tried again a third later; the list tells if the fault is over. */
    private void renew(String fault) {
        answers.await(control.renew(fault), done -> {}, failure -> ask());
    }

    private void ask() {
        if (!offered.get()) {
            return;
        }
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        beats = 0;
        answers.await(control.list(), this::show, failure -> answered());
    }

    private void answered() {
        asking = false;
        if (askAgain) {
            askAgain = false;
            ask();
        }
    }

    private void show(FaultList list) {
        var act = list.items().stream().filter(FaultWatchModel::acts).toList();
        var over = list.items().stream().filter(fault -> !acts(fault)).toList();
        over.forEach(fault -> leases.forget(fault.id()));
        if (!act.equals(active)) {
            active.setAll(act);
        }
        if (!over.equals(ended)) {
            ended.setAll(over);
        }
        allowed.set(list.allowed());
        answered();
    }

    private static boolean acts(FaultInfo fault) {
        return fault.state().equals(FaultInfo.ACTIVE);
    }

    private void command(String notDone, Command command) {
        if (!whyNone.get().isEmpty()) {
            trouble.set(notDone + whyNone.get());
            return;
        }
        trouble.set("");
        answers.await(command.send(), done -> ask(), failure -> trouble.set(notDone + failure));
    }

    private Instant gatewayNow() {
        return clock.instant().plus(gatewayAhead);
    }

    private interface Command {
        CompletableFuture<?> send();
    }
}
