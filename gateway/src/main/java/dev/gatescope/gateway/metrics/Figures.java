package dev.gatescope.gateway.metrics;

import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.Fact;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.lifecycle.Outcome;
import dev.gatescope.gateway.lifecycle.SessionFact;
import dev.gatescope.gateway.startup.StartupGate;
import dev.gatescope.shared.admin.HistoryPoint;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.admin.Snapshot.Ratio;
import dev.gatescope.shared.admin.Snapshot.Windows;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The figures of the gateway: of this instant, of the last minute and since start, with demo
 * traffic or without. Facts are counted on the gateway's threads without a lock; {@link #tick} and
 * the readers share one.
 */
public final class Figures implements LifecycleHub.Observer {
    private static final int HISTORY_SECONDS = 900;

    /**
     * Where the figures come from that no fact counts.
     *
     * @param flow the flow that runs now
     * @param faultsActive how many faults are injected now
     */
    public record Sources(
            Connections connections,
            StartupGate gate,
            Supplier<String> flow,
            String environment,
            IntSupplier faultsActive) {}

    private final Traffic people = Traffic.nothing();
    private final Traffic demo = Traffic.nothing();
    private final Deque<HistoryPoint> history = new ArrayDeque<>();
    private final LongAdder eventsDropped = new LongAdder();
    private final InstantSource clock;
    private final long startedAtNanos = System.nanoTime();

    public Figures(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void on(Occurrence occurrence) {
        if (occurrence.fact() instanceof OperationFact.EventsDropped dropped) {
            eventsDropped.add(dropped.count());
        }
        var connection = occurrence.connection();
        var traffic = connection != null && connection.origin().demo() ? demo : people;
        if (occurrence.faults().isEmpty() || !isFailure(occurrence.fact())) {
            traffic.tally().count(occurrence);
        } else {
            countInjected(traffic, occurrence);
        }
    }

    /** Whether it is a failure that happens once, and is taken back by nothing. */
    private static boolean isFailure(Fact fact) {
        return switch (fact) {
            case ConnectionFact.Closed closed -> closed.outcome() != Outcome.READY;
            case MessageFact.Failed _,
                    MessageFact.Misdelivered _,
                    MessageFact.Refused _,
                    HandlerFact.RegistrationFailed _,
                    SessionFact.ScopeFailed _ ->
                    true;
            default -> false;
        };
    }

    private static void countInjected(Traffic traffic, Occurrence occurrence) {
        traffic.injected().count(occurrence);
        if (occurrence.fact() instanceof ConnectionFact.Closed) {
            traffic.tally().attemptIsOf(traffic.injected());
        }
    }

    /** A second is over; the figures it leaves, for the roll-ups. */
    public synchronized HistoryPoint tick(Sources sources) {
        people.tick();
        demo.tick();
        var point = new HistoryPoint(clock.instant(), named(snapshot(sources, FigureView.ALL)));
        history.addLast(point);
        if (history.size() > HISTORY_SECONDS) {
            history.removeFirst();
        }
        return point;
    }

    /** The points of the last while, oldest first; 15 minutes are kept. */
    public synchronized List<HistoryPoint> history(Duration last) {
        var since = clock.instant().minus(last);
        return history.stream().filter(point -> point.time().isAfter(since)).toList();
    }

    /** The figures of this instant. */
    public synchronized Snapshot snapshot(Sources sources, FigureView view) {
        // The open first: what is not among them any more has been counted by then.
        var open = OpenConnections.of(sources.connections(), view.demo());
        var total = people.sinceStart(view.injected());
        var minute = people.lastMinute(view.injected());
        if (view.demo()) {
            total = total.plus(demo.sinceStart(view.injected()));
            minute = minute.plus(demo.lastMinute(view.injected()));
        }
        var runtime = Runtime.getRuntime();
        return new Snapshot(
                clock.instant(),
                Fact.millis(System.nanoTime() - startedAtNanos) / 1_000,
                sources.flow().get(),
                sources.environment(),
                sources.gate().isReady(),
                sources.gate().components(),
                new Snapshot.Connections(
                        open.active(),
                        open.byState(),
                        total.attempts(),
                        total.ready(),
                        total.rejected(),
                        total.vanished(),
                        total.failed()),
                new Snapshot.Routing(
                        total.routed(), total.refused(), total.abandoned(), total.unroutable()),
                new Snapshot.Success(
                        new Windows(connectionSuccess(minute), connectionSuccess(total)),
                        new Windows(routingSuccess(minute), routingSuccess(total))),
                new Windows(errorRate(minute), errorRate(total)),
                new Snapshot.Handlers(
                        open.handlers() + total.handlersLeaked(), total.handlersLeaked()),
                new Snapshot.Sessions(
                        total.sessionsOpen(),
                        total.sessionsLeaked(),
                        total.sessionsOpened(),
                        total.scopeErrors()),
                total.registrationFailures(),
                new Snapshot.Memory(
                        runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory()),
                latencies(view.demo()),
                sources.faultsActive().getAsInt(),
                eventsDropped.sum());
    }

    private Snapshot.LatencyMs latencies(boolean withDemo) {
        var ready = people.window().readyMicros();
        var process = people.window().processMicros();
        if (withDemo) {
            ready = ready.copy();
            ready.add(demo.window().readyMicros());
            process = process.copy();
            process.add(demo.window().processMicros());
        }
        return new Snapshot.LatencyMs(
                TrafficWindow.millis(50, ready),
                TrafficWindow.millis(99, ready),
                TrafficWindow.millis(50, process),
                TrafficWindow.millis(99, process));
    }

    private static Ratio connectionSuccess(Counts counts) {
        return Ratio.of(counts.ready(), counts.connectionTries());
    }

    private static Ratio routingSuccess(Counts counts) {
        return Ratio.of(counts.routed(), counts.messageTries());
    }

    private static Ratio errorRate(Counts counts) {
        var tries = counts.connectionTries() + counts.messageTries();
        return Ratio.of((counts.failed() + counts.unroutable()) * 1_000, tries);
    }

    /** The figures of the last second by the names that history and roll-ups use. */
    private Map<String, Double> named(Snapshot snapshot) {
        var second = people.lastSecond().plus(demo.lastSecond());
        var figures = new TreeMap<String, Double>();
        put(figures, "connection_success", snapshot.success().connection().last60s().ratio());
        put(figures, "routing_success", snapshot.success().routing().last60s().ratio());
        put(figures, "error_rate", snapshot.errorRate().last60s().ratio());
        put(figures, "handlers_registered", (double) snapshot.handlers().registered());
        put(figures, "handlers_leaked", (double) snapshot.handlers().leaked());
        put(figures, "connections_active", (double) snapshot.connections().active());
        put(figures, "connections_ready", (double) snapshot.connections().ready());
        put(figures, "connections_rejected", (double) snapshot.connections().rejected());
        put(figures, "connections_vanished", (double) snapshot.connections().vanished());
        put(figures, "connections_failed", (double) snapshot.connections().failed());
        put(figures, "connections_per_s", (double) second.attempts());
        put(figures, "messages_per_s", (double) second.messages());
        put(figures, "messages_routed", (double) snapshot.routing().routed());
        put(figures, "messages_refused", (double) snapshot.routing().refused());
        put(figures, "messages_abandoned", (double) snapshot.routing().abandoned());
        put(figures, "messages_failed", (double) snapshot.routing().failed());
        put(figures, "sessions_open", (double) snapshot.sessions().open());
        put(figures, "sessions_leaked", (double) snapshot.sessions().leaked());
        put(figures, "sessions_opened", (double) snapshot.sessions().opened());
        put(figures, "scope_errors", (double) snapshot.sessions().scopeErrors());
        put(figures, "registration_failures", (double) snapshot.registrationFailures());
        put(figures, "memory_used_bytes", (double) snapshot.memory().usedBytes());
        put(figures, "ready_p50_ms", snapshot.latencyMs().readyP50());
        put(figures, "ready_p99_ms", snapshot.latencyMs().readyP99());
        put(figures, "process_p50_ms", snapshot.latencyMs().processP50());
        put(figures, "process_p99_ms", snapshot.latencyMs().processP99());
        put(figures, "events_dropped", (double) snapshot.eventsDropped());
        put(figures, "faults_active", (double) snapshot.faultsActive());
        return figures;
    }

    private static void put(Map<String, Double> figures, String name, @Nullable Double value) {
        if (value != null) {
            figures.put(name, value);
        }
    }
}
