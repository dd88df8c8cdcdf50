package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.agent.Services;
import dev.gatescope.gateway.auth.Secret;
import dev.gatescope.gateway.auth.TokenAuthenticator;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.auth.TokenVerifier;
import dev.gatescope.gateway.faults.FaultyParts;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.gateway.routing.HandlerFactory;
import dev.gatescope.gateway.routing.HandlerPolicy;
import dev.gatescope.gateway.routing.Handling;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.server.ClientPort;
import dev.gatescope.gateway.server.OriginPolicy;
import dev.gatescope.gateway.server.RefusedRequests;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.gateway.sessions.ScopedSessions;
import dev.gatescope.gateway.sessions.SessionFactory;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.startup.Startup;
import dev.gatescope.gateway.startup.StartupGate;
import dev.gatescope.shared.flow.FlowName;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.FrameCodec;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * The fixed flow on a real port, with parts that no configuration asks for: a strict environment
 * that lets in clients without a token, and handlers that come from anywhere.
 */
final class HandMadeGateway implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(1);

    final List<Occurrence> heard = new CopyOnWriteArrayList<>();
    final Connections connections;
    final MessageRouter router;
    private final ClientPort port;
    private final Database database =
            new Database(DatabaseConfig.of(DatabaseConfig.inMemory(UUID.randomUUID())));

    /**
     * @param whenHeard sees each fact as it happens, with all connections
     */
    HandMadeGateway(HandlerFactory factory, BiConsumer<Connections, Occurrence> whenHeard)
            throws Exception {
        var clock = Clock.systemUTC();
        connections = new Connections(Sequence.ofConnections(clock), clock, false);
        var hub =
                new LifecycleHub(
                        clock,
                        new EventNumbers(),
                        List.of(heard::add, one -> whenHeard.accept(connections, one)));
        var codec = new FrameCodec(clock);
        var gate = new StartupGate(hub);
        var settings = new FlowSettings(true, LONG, 10, LONG);
        var secret = Secret.of("a secret of at least thirty-two bytes");
        var tokens = new TokenRules(new TokenRules.Keys.OfSecret(secret), null, null);
        var sessions = new ScopedSessions(new SessionFactory(database, LONG, hub));
        router =
                new MessageRouter(
                        codec,
                        hub,
                        Set.of(),
                        HandlerPolicy.KEYED,
                        LifecycleHub.NONE,
                        Handling.DIRECT);
        var parts =
                new Parts(
                        connections,
                        new TokenAuthenticator(TokenVerifier.of(tokens, clock), codec, LONG, false),
                        new BoundedWait(gate, new Services(clock), settings),
                        new CarefulRegistrar(
                                new CarelessRegistrar(
                                        factory, router, sessions, hub, LifecycleHub.NONE),
                                router,
                                sessions,
                                true),
                        router,
                        codec,
                        hub,
                        Gates.OPEN,
                        clock,
                        settings,
                        FlowProperties.NONE);
        var flow = ConnectionFlow.of(FlowName.FIXED, RefusalStyle.SEND_BEFORE_ACCEPT);
        port =
                new ClientPort(
                        new ClientPort.Settings(
                                "127.0.0.1",
                                0,
                                new OriginPolicy(Set.of(), false),
                                LONG,
                                LONG,
                                "nobody"),
                        peer -> flow.run(peer, parts),
                        gate,
                        new RefusedRequests(clock),
                        FaultyParts.none());
        port.start();
        new Startup(gate, nothingToStart()).run();
    }

    private static Map<ComponentName, Startup.Phase> nothingToStart() {
        var phases = new EnumMap<ComponentName, Startup.Phase>(ComponentName.class);
        for (var name : ComponentName.values()) {
            phases.put(name, () -> {});
        }
        return phases;
    }

    URI clientUri() {
        return URI.create("ws://127.0.0.1:" + port.port() + "/ws");
    }

    @Override
    public void close() {
        try {
            port.drain(Ending.byGateway(CloseCode.GOING_AWAY, "gateway stopping"), LONG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        port.close();
        database.close();
    }
}
