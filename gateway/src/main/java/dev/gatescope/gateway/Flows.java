package dev.gatescope.gateway;

import dev.gatescope.gateway.auth.Authenticator;
import dev.gatescope.gateway.faults.FaultyParts;
import dev.gatescope.gateway.flow.BoundedWait;
import dev.gatescope.gateway.flow.CarefulRegistrar;
import dev.gatescope.gateway.flow.CarelessRegistrar;
import dev.gatescope.gateway.flow.ConnectionFlow;
import dev.gatescope.gateway.flow.FlowProperties;
import dev.gatescope.gateway.flow.FlowSettings;
import dev.gatescope.gateway.flow.Gates;
import dev.gatescope.gateway.flow.LegacyParts;
import dev.gatescope.gateway.flow.NoWait;
import dev.gatescope.gateway.flow.Parts;
import dev.gatescope.gateway.flow.Peer;
import dev.gatescope.gateway.flow.Registrar;
import dev.gatescope.gateway.flow.StartupWait;
import dev.gatescope.gateway.leaks.Leak;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.HandlerFactory;
import dev.gatescope.gateway.routing.HandlerPolicy;
import dev.gatescope.gateway.routing.Handling;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.sessions.PatternSessions;
import dev.gatescope.gateway.sessions.ScopedSessions;
import dev.gatescope.gateway.sessions.SessionFactory;
import dev.gatescope.gateway.sessions.Sessions;
import dev.gatescope.shared.flow.Fix;
import dev.gatescope.shared.flow.FlowName;
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

        /**
         * Closes for real one that is leaked.
         *
         * @param cause the event that says who wanted it
         * @return false where it has come back already
         */
        boolean reclaim(Leak.Item item, long cause) {
            return switch (item.kind()) {
                case HANDLER -> parts.router().reclaim(item.number(), cause);
                case SESSION -> sessions.reclaim(item.number(), cause);
            };
        }

        /**
         * Gives back what the flow itself never would, once its connections are closed.
         *
         * @param cause the event that says why
         */
        void giveBack(long cause) {
            parts.router().giveBack(cause);
            sessions.giveBack(cause);
        }
    }

    /**
     * This flow, ready to take connections; what it lacks is said.
     *
     * @param cause the event that made it run
     */
    Running running(FlowName name, long cause) {
        var properties = FlowProperties.report(hub, name, legacy, cause);
        var policy = name.has(Fix.HANDLERS) ? HandlerPolicy.KEYED : legacy.handlers();
        var router =
                new MessageRouter(
                        codec,
                        hub,
                        types,
                        policy,
                        properties.handlers(),
                        faulty.handling(Handling.DIRECT));
        var sessions = faulty.sessions(sessions(name, properties.sessions()));
        var registrar = registrar(name, router, sessions, properties.dependencies());
        var parts =
                new Parts(
                        connections,
                        faulty.authenticator(authenticator),
                        faulty.startupWait(startup(name)),
                        faulty.registrar(registrar),
                        router,
                        codec,
                        hub,
                        gates,
                        clock,
                        settings,
                        properties);
        return new Running(name, ConnectionFlow.of(name, legacy.refusal()), parts, sessions);
    }

    private Sessions sessions(FlowName name, long property) {
        return name.has(Fix.SESSIONS)
                ? new ScopedSessions(sessionFactory)
                : new PatternSessions(sessionFactory, legacy.sessions(), property);
    }

    private StartupWait startup(FlowName name) {
        return name.has(Fix.DEPENDENCIES)
                ? new BoundedWait(components.gate(), components.services(), settings)
                : new NoWait(components.gate());
    }

    private Registrar registrar(
            FlowName name, MessageRouter router, Sessions sessions, long property) {
        HandlerFactory factory =
                name.has(Fix.DEPENDENCIES)
                        ? _ -> components.handlers()
                        : _ -> components.handlersNow();
        var first =
                new CarelessRegistrar(faulty.handlers(factory), router, sessions, hub, property);
        if (!name.has(Fix.DEPENDENCIES)) {
            return first;
        }
        return new CarefulRegistrar(first, router, sessions, settings.strict());
    }
}
