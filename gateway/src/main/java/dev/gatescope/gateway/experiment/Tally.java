package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.experiment.Account.Answer;
import dev.gatescope.gateway.experiment.Account.Fate;
import dev.gatescope.gateway.experiment.FlowResult.GroupResult;
import dev.gatescope.gateway.experiment.FlowResult.Held;
import dev.gatescope.gateway.experiment.FlowResult.Latency;
import dev.gatescope.gateway.lifecycle.Outcome;
import dev.gatescope.gateway.scenario.Group;
import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Adds up what became of the scripts of one flow, as they end. For one thread. */
final class Tally {
    private static final int PER_THOUSAND = 1_000;

    private final ExperimentPlan.Subject subject;
    private final int clients;
    private final Consumer<Reading> listener;
    private final List<ScriptResult> results = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final Map<String, Integer> errors = new TreeMap<>();
    private long drivenNanos;

    /**
     * @param listener told after each script
     */
    Tally(ExperimentPlan.Subject subject, int clients, Consumer<Reading> listener) {
        this.subject = subject;
        this.clients = clients;
        this.listener = listener;
        held.add(new Held(0, 0, 0, 0));
    }

    /**
     * A script is over.
     *
     * @param newErrors what the gateway reported as errors meanwhile
     */
    void add(ScriptResult result, List<Event> newErrors) {
        results.add(result);
        result.gateway().errors().forEach((kind, times) -> errors.merge(kind, times, Integer::sum));
        var before = held.getLast();
        var gateway = result.gateway();
        held.add(
                new Held(
                        before.connects() + 1,
                        before.requests() + gateway.routed() + gateway.failed(),
                        before.handlers() + gateway.handlers(),
                        before.sessionsLeaked() + gateway.leaked()));
        listener.accept(
                new Reading(
                        subject.label(),
                        results.size(),
                        clients,
                        connection(),
                        routing(),
                        held.getLast(),
                        Map.copyOf(errors),
                        newErrors));
    }

    /** It was this flow's turn for so long. */
    void drove(long nanos) {
        drivenNanos += nanos;
    }

    /** Every result so far, in the order of the scripts' numbers. */
    List<ScriptResult> results() {
        return results.stream()
                .sorted(Comparator.comparingInt(result -> result.script().number()))
                .toList();
    }

    /**
     * The whole, when every script is over.
     *
     * @param shown the events of the connection that is shown
     */
    FlowResult result(List<Event> shown) {
        var handled = sum(Track.Verdicts::routed);
        var attempts = connection().attempts() + routing().attempts();
        var failures = count(Outcome.FAILED) + sum(Track.Verdicts::failed);
        return new FlowResult(
                subject.label(),
                subject.flow(),
                results.size(),
                connection().successes(),
                count(Outcome.REJECTED),
                count(Outcome.VANISHED),
                count(Outcome.FAILED),
                handled,
                sum(Track.Verdicts::refused),
                sum(Track.Verdicts::abandoned),
                sum(Track.Verdicts::failed),
                connection(),
                routing(),
                (int) results.stream().filter(ScriptResult::owedKept).count(),
                held.getLast().handlers(),
                held.getLast().sessionsLeaked(),
                new TreeMap<>(errors),
                attempts == 0 ? null : (double) failures * PER_THOUSAND / attempts,
                latency(),
                drivenNanos == 0 ? 0 : handled * 1e9 / drivenNanos,
                held,
                groups(),
                results().stream().map(ScriptResult::inWords).toList(),
                shown);
    }

    private Rate connection() {
        var ready = count(Outcome.READY);
        return new Rate(ready, ready + count(Outcome.FAILED));
    }

    private Rate routing() {
        var routed = sum(Track.Verdicts::routed);
        return new Rate(routed, routed + sum(Track.Verdicts::failed));
    }

    private int count(Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.gateway().outcome() == outcome).count();
    }

    private int sum(ToIntFunction<Track.Verdicts> figure) {
        return results.stream().map(ScriptResult::gateway).mapToInt(figure).sum();
    }

    private Latency latency() {
        var answers =
                results.stream()
                        .filter(result -> !result.delayed())
                        .flatMap(result -> result.saw().answers().stream())
                        .filter(answer -> answer.fate() == Fate.ANSWERED)
                        .map(Answer::millis)
                        .toList();
        return new Latency(
                median(result -> result.saw().upgradeMillis()),
                median(result -> result.saw().welcomeMillis()),
                Latencies.median(answers));
    }

    private @Nullable Double median(Function<ScriptResult, @Nullable Double> millis) {
        var known = new ArrayList<Double>();
        for (var result : results) {
            var value = millis.apply(result);
            if (value != null && !result.delayed()) {
                known.add(value);
            }
        }
        return Latencies.median(known);
    }

    private List<GroupResult> groups() {
        return results.stream()
                .map(result -> result.script().group())
                .distinct()
                .map(this::group)
                .toList();
    }

    private GroupResult group(Group group) {
        var members =
                results.stream().filter(result -> result.script().group().equals(group)).toList();
        var naive = group.naive();
        return new GroupResult(
                group.name(),
                group.owed().word(),
                members.size(),
                count(members, ScriptResult::owedKept),
                naive == null ? null : naive.sentence(),
                naive == null
                        ? 0
                        : count(members, result -> result.passes(Objects.requireNonNull(naive))));
    }

    private static int count(List<ScriptResult> members, Predicate<ScriptResult> which) {
        return (int) members.stream().filter(which).count();
    }
}
