package dev.gatescope.console.overview;

import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FeedListener;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.Capability;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.admin.ServerInfo;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.chain.Chain;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/**
 * The gateway's problems: those that go on before those that are over, the newest first. The
 * gateway is asked every two seconds, only while somebody looks. For the models' thread alone.
 */
public final class ProblemsModel implements FeedListener {
    private static final Duration ASK_EVERY = Duration.ofSeconds(2);
    private static final Comparator<ProblemInfo> ORDER =
            Comparator.comparing(ProblemsModel::isOver)
                    .thenComparing(ProblemInfo::first, Comparator.reverseOrder())
                    .thenComparing(ProblemInfo::id);

    private final GatewayControl gateway;
    private final Answers answers;
    private final InstantSource clock;
    private final ObservableList<ProblemInfo> problems = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Emptiness> nothing =
            new ReadOnlyObjectWrapper<>(Emptiness.NO_PROBLEM);

    private @Nullable ServerInfo server;
    private @Nullable Snapshot newest;
    private List<ProblemInfo> answer = List.of();
    private Instant askedAt = Instant.EPOCH;
    private boolean offered;
    private boolean watched;
    private boolean held;

    /** The model; lives from the feed at once. */
    public ProblemsModel(GatewayControl gateway, Feed feed, Pulse pulse, InstantSource clock) {
        this.gateway = gateway;
        this.clock = clock;
        answers = new Answers(pulse);
        feed.register(this);
        pulse.onBeat(this::onBeat);
    }

    /**
     * Why there is no problem to see.
     *
     * @param what what is missing
     * @param how when that changes
     */
    record Emptiness(String what, String how) {
        static final Emptiness NO_PROBLEM =
                new Emptiness(
                        "No problem known",
                        "Failed connections, messages and components and leaks appear here, those"
                                + " with the same symptom and root as one.");
        static final Emptiness NOT_OFFERED =
                new Emptiness(
                        "This gateway does not group its errors",
                        "Its admin API lacks the capability “problems”: it runs an older version."
                                + " Events has every error.");
    }

    /** The problems in their order; only the model changes it. */
    ObservableList<ProblemInfo> problems() {
        return problems;
    }

    /** What to say while there is none. */
    ReadOnlyObjectProperty<Emptiness> nothing() {
        return nothing.getReadOnlyProperty();
    }

    /** Why they could not be had; empty if they could. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** What became of the last copy; empty before the first. */
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Whether somebody looks at them. */
    void watch(boolean now) {
        watched = now;
        if (now) {
            notice.set("");
            ask();
        }
    }

    /** While held, problems change where they are, and new ones come in at the end. */
    void hold(boolean now) {
        held = now;
        arrange();
    }

    /**
     * Writes a problem down for a ticket, with the chain of its example.
     *
     * @param copy takes the text, on the models' thread
     */
    void write(ProblemInfo problem, Ticket.Form form, Consumer<String> copy) {
        notice.set("Asking the gateway why…");
        answers.await(
                gateway.diagnosis().why(problem.example()),
                why -> finish(problem, Chain.of(why), form, copy),
                sentence -> finish(problem, null, form, copy));
    }

    @Override
    public void onLink(Link link) {
        server = link.server();
        offered = link.offers(Capability.PROBLEMS);
        boolean missing = link.state() == Link.State.LIVE && !offered;
        nothing.set(missing ? Emptiness.NOT_OFFERED : Emptiness.NO_PROBLEM);
        askedAt = Instant.EPOCH;
    }

    @Override
    public void onSnapshot(Snapshot snapshot) {
        newest = snapshot;
    }

    static boolean isOver(ProblemInfo problem) {
        return problem.trend().equals(ProblemInfo.OVER);
    }

    private void onBeat() {
        if (watched && !clock.instant().isBefore(askedAt.plus(ASK_EVERY))) {
            ask();
        }
    }

    /** Asks the gateway now. */
    void ask() {
        if (!offered) {
            return;
        }
        askedAt = clock.instant();
        answers.await(
                gateway.diagnosis().problems(),
                now -> {
                    trouble.set("");
                    answer = now;
                    arrange();
                },
                trouble::set);
    }

    private void arrange() {
        var arranged = held ? inPlace() : answer.stream().sorted(ORDER).toList();
        if (!arranged.equals(problems)) {
            problems.setAll(arranged);
        }
    }

    /** What is known keeps its place, what is new comes after it. */
    private List<ProblemInfo> inPlace() {
        var coming = new LinkedHashMap<String, ProblemInfo>();
        answer.stream().sorted(ORDER).forEach(problem -> coming.put(problem.id(), problem));
        var arranged = new ArrayList<ProblemInfo>();
        for (var known : problems) {
            @Nullable ProblemInfo now = coming.remove(known.id());
            if (now != null) {
                arranged.add(now);
            }
        }
        arranged.addAll(coming.values());
        return arranged;
    }

    private void finish(
            ProblemInfo problem, @Nullable Chain chain, Ticket.Form form, Consumer<String> copy) {
        var ticket = new Ticket(problem, server, newest, clock.instant(), chain);
        copy.accept(form == Ticket.Form.TEXT ? ticket.text() : ticket.markdown());
        notice.set(
                chain == null
                        ? "Copied, without the chain: the gateway did not say why."
                        : "Copied as " + form.title() + ".");
    }
}
