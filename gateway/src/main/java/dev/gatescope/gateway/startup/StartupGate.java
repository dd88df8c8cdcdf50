package dev.gatescope.gateway.startup;

import dev.gatescope.gateway.lifecycle.Causes;
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

    /** The last event about a component; none before its first. */
    public synchronized long eventOf(ComponentName name) {
        return status(name).event;
    }

    synchronized void starting(ComponentName name) {
        reopen();
        var fact = new ComponentFact.Starting(name.word());
        change(name, State.STARTING, null, null, LifecycleHub.NONE, fact);
    }

    /** What was decided may be otherwise again: whoever comes from now on waits. */
    private void reopen() {
        if (decision.isDone() && !over) {
            decision = new CompletableFuture<>();
        }
    }

    synchronized void ready(ComponentName name, Duration took) {
        var millis = took.toMillis();
        var others = statuses.entrySet().stream().filter(status -> status.getKey() != name);
        var everything = others.allMatch(status -> status.getValue().state == State.READY);
        var fact = new ComponentFact.Ready(name.word(), millis, everything);
        change(name, State.READY, null, millis, LifecycleHub.NONE, fact);
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
    synchronized void down(ComponentName name, String why, long because) {
        reopen();
        var fact = new ComponentFact.Restarting(name.word(), why);
        change(name, State.WAITING, why, null, because, fact);
    }

    /**
     * @param because the event that explains it, if one does
     */
    synchronized void failed(ComponentName name, String why, long because) {
        reopen();
        var fact = new ComponentFact.Failed(name.word(), why);
        change(name, State.FAILED, why, null, because, fact);
        decide(decision);
    }

    private void change(
            ComponentName name,
            State state,
            @Nullable String detail,
            @Nullable Long readyAfterMs,
            long because,
            ComponentFact fact) {
        lastEvent = hub.report(null, Causes.of(because, status(name).event), fact);
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
