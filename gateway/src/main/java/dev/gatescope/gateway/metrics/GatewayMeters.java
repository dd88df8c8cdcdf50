package dev.gatescope.gateway.metrics;

import dev.gatescope.gateway.lifecycle.ComponentFact;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.FaultFact;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.lifecycle.Outcome;
import dev.gatescope.gateway.lifecycle.Phase;
import dev.gatescope.gateway.lifecycle.SessionFact;
import dev.gatescope.shared.protocol.ErrorCode;

import io.micrometer.core.instrument.MeterRegistry;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Facts to meters. Each meter is there from the start, at zero, with every label value that it can
 * have; which is why nothing is looked up or made while messages go by.
 */
public final class GatewayMeters implements LifecycleHub.Observer {
    private final PhaseMeters phases;
    private final LabelledCounter connections;
    private final CloseMeters closes;
    private final MessageMeters messages;
    private final LabelledCounter registrationFailures;
    private final LabelledCounter scopeErrors;
    private final LabelledCounter faultHits;
    private final AtomicLong faultsActive;
    private final LabelledCounter eventsDropped;
    private final AtomicLong sessionsOpen;
    private final AtomicLong sessionsLeaked;
    private final AtomicLong handlersLeaked;

    /**
     * @param types the message types that are counted under their own name
     * @param faults the kinds of faults that there are
     */
    public GatewayMeters(MeterRegistry registry, Set<String> types, List<String> faults) {
        phases = new PhaseMeters(registry);
        closes = new CloseMeters(registry);
        messages = new MessageMeters(registry, types);
        connections =
                LabelledCounter.of(registry, "ws.connections", "Connections by outcome")
                        .labels("outcome", "phase");
        connections.prepare(Outcome.READY.word(), Phase.READY.label());
        for (var phase : Phase.values()) {
            if (phase != Phase.READY) {
                connections.prepare(Outcome.REJECTED.word(), phase.label());
                connections.prepare(Outcome.VANISHED.word(), phase.label());
                connections.prepare(Outcome.FAILED.word(), phase.label());
            }
        }
        registrationFailures =
                LabelledCounter.of(
                                registry,
                                "ws.handler.registration.failures",
                                "Connections whose handler could not be registered")
                        .labels("reason");
        registrationFailures.prepare("missing_dependency");
        registrationFailures.prepare("exception");
        scopeErrors =
                LabelledCounter.of(
                                registry,
                                "db.session.scope.errors",
                                "Database sessions whose scope broke")
                        .labels("reason");
        Set.of("acquire", "commit", "rollback", "close", "pattern").forEach(scopeErrors::prepare);
        eventsDropped =
                LabelledCounter.of(
                                registry,
                                "ws.events.dropped",
                                "Events lost because a reader was too slow")
                        .labels("where");
        Set.of("diagnosis", "journal", "log", "stream").forEach(eventsDropped::prepare);
        faultHits =
                LabelledCounter.of(
                                registry,
                                "ws.faults.injected",
                                "Times that an injected fault acted")
                        .labels("fault");
        faults.forEach(faultHits::prepare);
        faultsActive = gauge(registry, "ws.faults.active", "Faults that are injected at present");
        sessionsOpen = gauge(registry, "db.sessions.open", "Database sessions in use");
        sessionsLeaked =
                gauge(
                        registry,
                        "db.sessions.leaked",
                        "Database sessions that outlived their scope");
        handlersLeaked =
                gauge(registry, "ws.handlers.leaked", "Handlers that outlived their connection");
    }

    /** Handlers that are still in the router although their connection is over. */
    long handlersLeaked() {
        return handlersLeaked.get();
    }

    /** The registry holds on to it: what only a gauge looks at would be collected. */
    private static AtomicLong gauge(MeterRegistry registry, String name, String description) {
        var value = new AtomicLong();
        io.micrometer.core.instrument.Gauge.builder(name, value, AtomicLong::get)
                .description(description)
                .strongReference(true)
                .register(registry);
        return value;
    }

    @Override
    public void on(Occurrence occurrence) {
        switch (occurrence.fact()) {
            case ConnectionFact fact -> on(fact);
            case MessageFact fact -> on(fact);
            case HandlerFact fact -> on(fact);
            case SessionFact fact -> on(fact);
            case OperationFact.EventsDropped fact ->
                    eventsDropped.add((double) fact.count(), fact.where());
            case OperationFact.OperatorActed _,
                    OperationFact.MarkSet _,
                    OperationFact.FlowChanged _,
                    OperationFact.FlowProperty _,
                    OperationFact.GatewayStopping _ -> {}
            case ComponentFact _ -> {}
            case FaultFact fact -> on(fact);
        }
    }

    private void on(FaultFact fact) {
        switch (fact) {
            case FaultFact.Started _ -> faultsActive.incrementAndGet();
            case FaultFact.Hit hit -> faultHits.increment(hit.kind());
            case FaultFact.Noise _ -> {}
            case FaultFact.Ended _ -> faultsActive.decrementAndGet();
        }
    }

    private void on(ConnectionFact fact) {
        switch (fact) {
            case ConnectionFact.Accepted accepted ->
                    phases.took(Phase.ACCEPT, accepted.tookNanos());
            case ConnectionFact.Authenticated authenticated ->
                    phases.took(Phase.AUTH, authenticated.tookNanos());
            case ConnectionFact.Registered registered -> {
                phases.took(Phase.STARTUP, registered.waitedNanos());
                phases.took(Phase.REGISTER, registered.tookNanos());
            }
            case ConnectionFact.Ready _ ->
                    connections.increment(Outcome.READY.word(), Phase.READY.label());
            case ConnectionFact.Closed closed -> {
                if (closed.outcome() != Outcome.READY) {
                    connections.increment(closed.outcome().word(), closed.phase().label());
                }
                closes.closed(closed.ending(), closed.lastedNanos());
            }
            case ConnectionFact.Opened _,
                    ConnectionFact.Waiting _,
                    ConnectionFact.Rejected _,
                    ConnectionFact.WrongState _,
                    ConnectionFact.NotConnected _ -> {}
        }
    }

    private void on(MessageFact fact) {
        switch (fact) {
            case MessageFact.Received received -> messages.received(received.kind());
            case MessageFact.Sent sent -> messages.sent(sent.kind());
            case MessageFact.Routed routed ->
                    messages.routed(routed.kind(), routed.fallback(), routed.tookNanos());
            case MessageFact.Refused refused -> messages.ended("refused", reason(refused.code()));
            case MessageFact.Abandoned _ -> messages.ended("abandoned", "client_left");
            case MessageFact.Failed failed -> messages.ended("failed", reason(failed.code()));
            case MessageFact.Misdelivered _ -> messages.ended("failed", MessageMeters.MISDELIVERED);
            case MessageFact.Queued _ -> {}
        }
    }

    private void on(HandlerFact fact) {
        switch (fact) {
            case HandlerFact.RegistrationFailed failed ->
                    registrationFailures.increment(failed.reason());
            case HandlerFact.Leaked _ -> handlersLeaked.incrementAndGet();
            case HandlerFact.Removed removed -> {
                if (removed.leaked()) {
                    handlersLeaked.decrementAndGet();
                }
            }
            case HandlerFact.Added _ -> {}
        }
    }

    private void on(SessionFact fact) {
        switch (fact) {
            case SessionFact.Opened _ -> sessionsOpen.incrementAndGet();
            case SessionFact.Closed _ -> sessionsOpen.decrementAndGet();
            case SessionFact.Leaked _ -> sessionsLeaked.incrementAndGet();
            case SessionFact.Returned _ -> sessionsLeaked.decrementAndGet();
            case SessionFact.ScopeFailed failed -> scopeErrors.increment(failed.reason());
            case SessionFact.Committed _, SessionFact.RolledBack _ -> {}
        }
    }

    static String reason(ErrorCode code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
