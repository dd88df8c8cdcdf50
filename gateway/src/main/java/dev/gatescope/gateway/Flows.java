package dev.gatescope.gateway;

import dev.gatescope.gateway.auth.Authenticator;
import dev.gatescope.gateway.faults.FaultyParts;
import dev.gatescope.gateway.flow.BoundedWait;
import dev.gatescope.gateway.flow.CarefulRegistrar;
import dev.gatescope.gateway.flow.CarelessRegistrar;
import dev.gatescope.gateway.flow.ConnectionFlow;
import dev.gatescope.gateway.flow.Fix;
import dev.gatescope.gateway.flow.FlowName;
import dev.gatescope.gateway.flow.FlowSettings;
import dev.gatescope.gateway.flow.Gates;
import dev.gatescope.gateway.flow.LegacyParts;
import dev.gatescope.gateway.flow.NoWait;
import dev.gatescope.gateway.flow.Parts;
import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.flow.Registrar;
import dev.gatescope.gateway.flow.StartupWait;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.HandlerPolicy;
import dev.gatescope.gateway.routing.Handling;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.sessions.PatternSessions;
import dev.gatescope.gateway.sessions.ScopedSessions;
import dev.gatescope.gateway.sessions.SessionFactory;
import dev.gatescope.gateway.sessions.Sessions;
import dev.gatescope.shared.protocol.FrameCodec;

import java.time.InstantSource;
import java.util.Set;

/**
 * Puts each flow together with its parts: the right part for every fix that the flow has, the one
 * that was shipped for every other.
 *
 * @param types the message types that are counted under their own name
 */
record Flows(
        Connections connections,
        Components components,
        SessionFactory sessionFactory,
        Authenticator authenticator,
        FrameCodec codec,
        LifecycleHub hub,
        Set<String> types,
        LegacyParts legacy,
        Gates gates,
        InstantSource clock,
        FlowSettings settings,
        FaultyParts faulty) {

    /** A flow with the parts of its own; one runs at a time. */
    record Running(FlowName name, ConnectionFlow flow, Parts parts, Sessions sessions) {
        void run(Peer peer) throws InterruptedException {
            flow.run(peer, parts);
        }

        /** Gives back what the flow itself never would, once its connections are closed. */
        void giveBack() {
            parts.router().clear();
            sessions.reclaim();
        }
    }

    /** This flow, ready to take connections. */
    Running running(FlowName name) {
        var policy = name.has(Fix.HANDLERS) ? HandlerPolicy.KEYED : legacy.handlers();
        var router = new MessageRouter(codec, hub, types, policy, faulty.handling(Handling.DIRECT));
        var sessions = faulty.sessions(sessions(name));
        var parts =
                new Parts(
                        connections,
                        faulty.authenticator(authenticator),
                        faulty.startupWait(startup(name)),
                        faulty.registrar(registrar(name, router, sessions)),
                        router,
                        codec,
                        hub,
                        gates,
                        clock,
                        settings);
        return new Running(name, ConnectionFlow.of(name, legacy.refusal()), parts, sessions);
    }

    private Sessions sessions(FlowName name) {
        return name.has(Fix.SESSIONS)
                ? new ScopedSessions(sessionFactory)
                : new PatternSessions(sessionFactory, legacy.sessions());
    }

    private StartupWait startup(FlowName name) {
        return name.has(Fix.DEPENDENCIES)
                ? new BoundedWait(components.gate(), components.services(), settings)
                : new NoWait(components.gate());
    }

    private Registrar registrar(FlowName name, MessageRouter router, Sessions sessions) {
        if (!name.has(Fix.DEPENDENCIES)) {
            var now = faulty.handlers(_ -> components.handlersNow());
            return new CarelessRegistrar(now, router, sessions, hub);
        }
        var waited = faulty.handlers(_ -> components.handlers());
        var first = new CarelessRegistrar(waited, router, sessions, hub);
        return new CarefulRegistrar(first, router, sessions, settings.strict());
    }
}
