package dev.gatescope.gateway.startup;

import dev.gatescope.gateway.lifecycle.ComponentFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.shared.admin.Snapshot;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Knows which components are up, and lets those wait who need all of them. Reading is free of
 * locks; changes are rare and take one. Safe from any thread.
 */
public final class StartupGate {
    private enum State {
        WAITING,
        STARTING,
        READY,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Status(
            State state, @Nullable String detail, @Nullable Long readyAfterMs, long event) {}

    private final LifecycleHub hub;
    private final Map<ComponentName, Status> statuses = new EnumMap<>(ComponentName.class);
    private volatile List<Snapshot.Component> components = List.of();
    private volatile CompletableFuture<Readiness> decision = new CompletableFuture<>();
    private long lastEvent = LifecycleHub.NONE;
    private boolean over;

    /** A gate before components of which none is up. */
    public StartupGate(LifecycleHub hub) {
        this.hub = hub;
        for (var name : ComponentName.values()) {
            statuses.put(name, new Status(State.WAITING, null, null, LifecycleHub.NONE));
        }
        publish();
    }

    /** Completes when everything is up or a component failed for good. */
    public CompletableFuture<Readiness> decision() {
        return decision;
    }

    /** Waits until everything is up or a component failed for good. */
    public Readiness awaitDecision() throws InterruptedException {
        try {
            return decision.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes this with an exception", e);
        }
    }

    /** Whether everything is up. */
    public boolean isReady() {
        return decision.getNow(null) instanceof Readiness.Ready;
    }

    /** The state of each component, in the order of their phases. */
    public List<Snapshot.Component> components() {
        return components;
    }

    /** The names of those that are not up. */
    public List<String> missing() {
        return components.stream()
                .filter(component -> !component.state().equals(State.READY.word()))
                .map(Snapshot.Component::name)
                .toList();
    }

    /** Whether this component failed. */
    public synchronized boolean hasFailed(ComponentName name) {
        return status(name).state == State.FAILED;
    }

    /** The last event about a component that is not up; what those who wait are waiting for. */
    public synchronized long eventOfFirstMissing() {
        return Stream.of(ComponentName.values())
                .map(this::status)
                .filter(status -> status.state != State.READY)
                .mapToLong(Status::event)
                .filter(event -> event != LifecycleHub.NONE)
                .findFirst()
                .orElse(lastEvent);
    }

    synchronized void starting(ComponentName name) {
        reopen();
        change(
                name,
                State.STARTING,
                null,
                null,
                LifecycleHub.NONE,
                new ComponentFact.Starting(name.word()));
    }

    /** What was decided may be otherwise again: whoever comes from now on waits. */
    private void reopen() {
        if (decision.isDone() && !over) {
            decision = new CompletableFuture<>();
        }
    }

    synchronized void ready(ComponentName name, Duration took) {
        var millis = took.toMillis();
        change(
                name,
                State.READY,
                null,
                millis,
                LifecycleHub.NONE,
                new ComponentFact.Ready(name.word(), millis));
        decide(decision);
    }

    /** A component that had failed was made by a connection that needed it. */
    public synchronized void createdOnDemand(ComponentName name) {
        change(
                name,
                State.READY,
                "created on demand",
                null,
                LifecycleHub.NONE,
                new ComponentFact.CreatedOnDemand(name.word()));
        var again = new CompletableFuture<Readiness>();
        decide(again);
        decision = again;
    }

    /** A component that was up is down for a while; whoever needs it waits again. */
    synchronized void down(ComponentName name, String why, long cause) {
        reopen();
        change(
                name,
                State.WAITING,
                why,
                null,
                cause,
                new ComponentFact.Restarting(name.word(), why));
    }

    synchronized void failed(ComponentName name, String why, long cause) {
        reopen();
        change(name, State.FAILED, why, null, cause, new ComponentFact.Failed(name.word(), why));
        decide(decision);
    }

    /** The last event about a component. */
    synchronized long eventOf(ComponentName name) {
        return status(name).event;
    }

    private void change(
            ComponentName name,
            State state,
            @Nullable String detail,
            @Nullable Long readyAfterMs,
            long cause,
            ComponentFact fact) {
        var before = status(name).event;
        lastEvent =
                cause == LifecycleHub.NONE || before == LifecycleHub.NONE
                        ? hub.report(null, cause == LifecycleHub.NONE ? before : cause, fact)
                        : hub.report(null, cause, List.of(before), fact);
        statuses.put(name, new Status(state, detail, readyAfterMs, lastEvent));
        publish();
    }

    private void decide(CompletableFuture<Readiness> open) {
        var undecided =
                statuses.values().stream()
                        .anyMatch(status ->
                                status.state == State.WAITING || status.state == State.STARTING);
        if (undecided) {
            return;
        }
        open.complete(verdict());
    }

    private Readiness verdict() {
        var missing = missing();
        return missing.isEmpty()
                ? new Readiness.Ready(lastEvent)
                : new Readiness.Broken(missing, eventOfFirstMissing());
    }

    /** What is not up by now never will be. */
    synchronized void giveUp() {
        over = true;
        decision.complete(verdict());
    }

    private Status status(ComponentName name) {
        var status = statuses.get(name);
        if (status == null) {
            throw new IllegalStateException("every component has a status: " + name);
        }
        return status;
    }

    private void publish() {
        components =
                Arrays.stream(ComponentName.values())
                        .map(name -> {
                            var status = status(name);
                            return new Snapshot.Component(
                                    name.word(),
                                    status.state.word(),
                                    status.detail,
                                    status.readyAfterMs);
                        })
                        .toList();
    }
}
