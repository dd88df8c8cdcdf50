package dev.gatescope.gateway;

import dev.gatescope.gateway.agent.Services;
import dev.gatescope.gateway.auth.TokenAuthenticator;
import dev.gatescope.gateway.auth.TokenVerifier;
import dev.gatescope.gateway.flow.ConnectionFlow;
import dev.gatescope.gateway.flow.FlowSettings;
import dev.gatescope.gateway.flow.Parts;
import dev.gatescope.gateway.flow.Registrar;
import dev.gatescope.gateway.flow.StartupWait;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.EventRing;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.gateway.metrics.Figures;
import dev.gatescope.gateway.routing.MessageHandler;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.server.ClientPort;
import dev.gatescope.gateway.server.OriginPolicy;
import dev.gatescope.gateway.server.PortUnavailable;
import dev.gatescope.gateway.server.RefusedRequests;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.H2Sessions;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.startup.Startup;
import dev.gatescope.gateway.startup.StartupGate;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.FrameCodec;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A gateway with everything it is made of, put together by hand. {@link #start} gives one that
 * serves; {@link #close} gives everything back.
 */
public final class Gateway implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Gateway.class);
    private static final Set<String> BUILT_IN_TYPES =
            Set.of("chat", "user_message", "start_agent", "get_thread", "ping");
    private static final int RING_SIZE = 1 << 16;
    private static final Duration DRAIN = Duration.ofSeconds(3);

    private final GatewayConfig config;
    private final Database database;
    private final Startup startup;
    private final StartupGate gate;
    private final ClientPort clientPort;
    private final Connections connections;
    private final Figures figures;
    private final LifecycleHub hub;
    private final String demoMark = UUID.randomUUID().toString();

    private Gateway(GatewayConfig config) throws GatewayStartException {
        this.config = config;
        var clock = Clock.systemUTC();
        var strict = config.environment().isStrict();
        var settings =
                new FlowSettings(
                        strict, config.timeouts().startup(), 1_000, config.timeouts().heartbeat());

        var ring = new EventRing(RING_SIZE);
        figures = new Figures(clock);
        hub =
                new LifecycleHub(
                        clock,
                        Sequence.ofEvents(clock),
                        config.observe() ? List.of(figures, ring) : List.of());
        connections = new Connections(Sequence.ofConnections(clock), clock, !strict);
        gate = new StartupGate(hub);
        database = new Database(config.database());
        var sessions = new H2Sessions(database, config.database().statementTimeout(), hub);
        var services = new Services(clock);
        startup = new Startup(gate, phases(services));

        var codec = new FrameCodec(clock);
        var router = new MessageRouter(codec, hub, types());
        var registrar = new Registrar(_ -> handlers(services), router, sessions, hub, strict);
        var authenticator =
                new TokenAuthenticator(verifier(clock), codec, config.timeouts().auth(), strict);
        var parts =
                new Parts(
                        connections,
                        authenticator,
                        new StartupWait(gate, services, settings),
                        registrar,
                        router,
                        codec,
                        hub,
                        clock,
                        settings);
        ConnectionFlow flow = new ConnectionFlow.Fixed();
        clientPort =
                new ClientPort(
                        new ClientPort.Settings(
                                config.clients().host(),
                                config.clients().port(),
                                new OriginPolicy(config.allowedOrigins(), !strict),
                                config.timeouts().heartbeat(),
                                config.timeouts().idle(),
                                demoMark),
                        peer -> flow.run(peer, parts),
                        gate,
                        new RefusedRequests(clock));
    }

    /**
     * Starts a gateway, and returns when it serves; a component that failed leaves it serving as
     * its environment allows.
     *
     * @throws GatewayStartException where a port or the database cannot be had
     */
    public static Gateway start(GatewayConfig config)
            throws GatewayStartException, InterruptedException {
        var gateway = prepare(config);
        gateway.listen();
        gateway.awaitStarted();
        return gateway;
    }

    /** A gateway that listens to nobody yet, so that its start can still be held back. */
    public static Gateway prepare(GatewayConfig config) throws GatewayStartException {
        return new Gateway(config);
    }

    /** The phases of the start. */
    public Startup startup() {
        return startup;
    }

    /**
     * Listens, and starts the components on a thread of its own; clients may come and wait.
     *
     * @throws GatewayStartException where a port cannot be had
     */
    public void listen() throws GatewayStartException {
        try {
            clientPort.start();
        } catch (PortUnavailable e) {
            close();
            throw new GatewayStartException(String.valueOf(e.getMessage()), e);
        }
        Thread.ofPlatform().daemon().name("startup").start(this::runStartup);
    }

    private void runStartup() {
        try {
            startup.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until every component is up or has failed.
     *
     * @throws GatewayStartException where the database cannot be used; the gateway is closed then
     */
    public void awaitStarted() throws GatewayStartException, InterruptedException {
        gate.awaitDecision();
        for (var component : gate.components()) {
            if (isDatabase(component.name()) && component.state().equals("failed")) {
                close();
                throw new GatewayStartException(String.valueOf(component.detail()));
            }
        }
    }

    private static boolean isDatabase(String component) {
        return component.equals(ComponentName.DATABASE.word())
                || component.equals(ComponentName.MIGRATIONS.word());
    }

    private Map<ComponentName, Startup.Phase> phases(Services services) {
        return Map.of(
                ComponentName.DATABASE, database::open,
                ComponentName.MIGRATIONS, database::migrate,
                ComponentName.THREAD_SERVICE, services::startThreadService,
                ComponentName.AGENT_SUPERVISOR, services::startSupervisor,
                ComponentName.ROUTER, () -> {});
    }

    private TokenVerifier verifier(Clock clock) throws GatewayStartException {
        try {
            return TokenVerifier.of(config.tokens(), clock);
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new GatewayStartException("The JWKS must be named by an http or https URL.", e);
        }
    }

    private Set<String> types() {
        var types = new HashSet<>(BUILT_IN_TYPES);
        types.addAll(config.handlers().keySet());
        return types;
    }

    private Map<String, MessageHandler> handlers(Services services) throws Exception {
        if (config.handlers().isEmpty()) {
            return services.handlers();
        }
        var all = new HashMap<>(services.handlers());
        all.putAll(config.handlers());
        return all;
    }

    /** Where clients connect. */
    public URI clientUri() {
        return URI.create("ws://" + config.clients().host() + ":" + clientPort.port() + "/ws");
    }

    /** The line that a program prints when its gateway serves. */
    public String readyLine() {
        return "ready "
                + clientUri()
                + " admin "
                + adminUri()
                + " flow "
                + config.flow()
                + " env "
                + config.environment().word();
    }

    /** Where the admin API is. */
    public URI adminUri() {
        return URI.create("http://" + config.admin().host() + ":" + config.admin().port());
    }

    /** What happens, for those who look from inside. */
    public Connections connections() {
        return connections;
    }

    /** Closes connections with 1001, flushes what is to be kept, and gives everything back. */
    @Override
    public void close() {
        try {
            clientPort.drain(Ending.byGateway(CloseCode.GOING_AWAY, "gateway stopping"), DRAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clientPort.close();
        database.close();
        log.debug("Gateway closed");
    }
}
