package dev.gatescope.gateway;

import dev.gatescope.gateway.admin.AdminAccess;
import dev.gatescope.gateway.admin.AdminApi;
import dev.gatescope.gateway.admin.LiveStreams;
import dev.gatescope.gateway.admin.Operations;
import dev.gatescope.gateway.auth.TokenAuthenticator;
import dev.gatescope.gateway.auth.TokenVerifier;
import dev.gatescope.gateway.faults.Catalogue;
import dev.gatescope.gateway.faults.ComponentOutages;
import dev.gatescope.gateway.faults.FaultLab;
import dev.gatescope.gateway.faults.ShiftableClock;
import dev.gatescope.gateway.faults.Surroundings;
import dev.gatescope.gateway.flow.FlowSettings;
import dev.gatescope.gateway.flow.Line;
import dev.gatescope.gateway.leaks.Leak;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.Initiator;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.gateway.metrics.FigureView;
import dev.gatescope.gateway.metrics.Figures;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.server.AdminPort;
import dev.gatescope.gateway.server.ClientPort;
import dev.gatescope.gateway.server.HostPolicy;
import dev.gatescope.gateway.server.OriginPolicy;
import dev.gatescope.gateway.server.PortUnavailable;
import dev.gatescope.gateway.server.RefusedRequests;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.SessionFactory;
import dev.gatescope.gateway.startup.Startup;
import dev.gatescope.gateway.traffic.DemoGates;
import dev.gatescope.shared.admin.Snapshot;
import dev.gatescope.shared.flow.FlowName;
import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.FrameCodec;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A gateway with everything that it is made of, put together by hand. {@link #start} gives one that
 * serves; {@link #close} gives everything back.
 */
public final class Gateway implements AutoCloseable {
    private static final Set<String> BUILT_IN_TYPES =
            Set.of("chat", "user_message", "start_agent", "get_thread", "ping");
    private static final int MOST_WAITING = 1_000;
    private static final Duration DRAIN = Duration.ofSeconds(3);
    private static final Duration CHANGE = Duration.ofMillis(1_800);

    private final GatewayConfig config;
    private final CurrentFlow flow;
    private final Database database;
    private final Observation observation;
    private final Connections connections;
    private final Components components;
    private final ClientPort clientPort;
    private final AdminPort adminPort;
    private final DemoSwitch demo;
    private final FaultLab faults;
    private final Figures.Sources figureSources;
    private final FigureClock seconds = new FigureClock();
    private volatile boolean closed;

    private Gateway(GatewayConfig config) throws GatewayStartException {
        this.config = config;
        var clock = Clock.systemUTC();
        // What may be refused comes before anything that has to be given back.
        var first = flow(config);
        var tokenClock = new ShiftableClock(clock);
        var verifier = verifier(config, tokenClock);
        var strict = config.environment().isStrict();
        var environment = config.environment().word();
        var timeouts = config.timeouts();
        var settings =
                new FlowSettings(strict, timeouts.startup(), MOST_WAITING, timeouts.heartbeat());
        var types = new HashSet<>(BUILT_IN_TYPES);
        types.addAll(config.handlers().keySet());

        database = new Database(config.database());
        var demoMark = UUID.randomUUID().toString();
        demo =
                new DemoSwitch(
                        config.tokens(),
                        demoMark,
                        config.environment() != Environment.PRODUCTION,
                        clock);
        var observers = new ArrayList<>(config.observers());
        observers.add(demo.observer());
        observation =
                Observation.of(
                        config.observe(),
                        types,
                        Catalogue.usual().names(),
                        observers,
                        database,
                        clock);
        var hub = observation.hub();
        var connectionNumbers = Sequence.ofConnections(clock);
        connections = new Connections(connectionNumbers, clock, !strict);
        observation.meters().show(connections);
        components =
                new Components(database, observation, connectionNumbers, config.handlers(), clock);
        var gate = components.gate();
        figureSources =
                new Figures.Sources(connections, gate, this::flow, environment, this::faultsActive);

        var sessionFactory =
                new SessionFactory(database, config.database().statementTimeout(), hub);
        var outages = new ComponentOutages(components.startup());
        faults =
                new FaultLab(
                        config.allowFaults() || config.environment() != Environment.PRODUCTION,
                        hub,
                        connectionNumbers::latest,
                        () -> snapshot(FigureView.ALL),
                        () ->
                                new Surroundings(
                                        hub,
                                        gate,
                                        outages,
                                        this::router,
                                        sessionFactory,
                                        database,
                                        tokenClock,
                                        this::lines),
                        clock);
        var faulty = faults.plan().parts();

        var codec = new FrameCodec(clock);
        var flows =
                new Flows(
                        connections,
                        components,
                        sessionFactory,
                        new TokenAuthenticator(verifier, codec, timeouts.auth(), strict),
                        codec,
                        hub,
                        types,
                        config.legacyParts(),
                        new DemoGates(config.gates()),
                        clock,
                        settings,
                        faulty);
        flow = new CurrentFlow(flows, hub, first);

        var origins = new OriginPolicy(config.allowedOrigins(), !strict);
        var refused = new RefusedRequests(clock);
        clientPort =
                new ClientPort(
                        new ClientPort.Settings(
                                config.clients().host(),
                                config.clients().port(),
                                origins,
                                timeouts.heartbeat(),
                                timeouts.idle(),
                                demoMark),
                        flow::run,
                        gate,
                        refused,
                        faulty);
        var access = new AdminAccess(config.adminTokens());
        var diagnosis = observation.diagnosis();
        var api =
                new AdminApi(
                        new AdminApi.Sources(
                                ProductVersion.text(),
                                config.name(),
                                environment,
                                this::flow,
                                clock.instant(),
                                !strict,
                                demo.isPossible(),
                                observation.meters()::scrape,
                                this::snapshot,
                                observation.figures()::history,
                                refused::latest,
                                diagnosis.answers(
                                                connections,
                                                observation.journal(),
                                                Catalogue.usual()::isAmbient)
                                        ::why,
                                diagnosis::problems),
                        access,
                        connections,
                        observation.journal(),
                        observation.leaks(),
                        new ByOperator(),
                        faults.plan(),
                        hub,
                        clock);
        var streams = new LiveStreams(access, this::snapshot, observation.ring(), hub, connections);
        adminPort =
                new AdminPort(
                        config.admin().host(),
                        config.admin().port(),
                        origins,
                        new HostPolicy(config.admin().host(), config.name()),
                        api,
                        streams,
                        gate);
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
        gateway.beginDemo();
        return gateway;
    }

    /** A gateway that listens to nobody yet, so that its start can still be held back. */
    public static Gateway prepare(GatewayConfig config) throws GatewayStartException {
        return new Gateway(config);
    }

    /** The phases of the start. */
    public Startup startup() {
        return components.startup();
    }

    /**
     * Listens, and starts the components on a thread of its own; clients may come and wait.
     *
     * @throws GatewayStartException where a port cannot be had; the gateway is closed then
     */
    public void listen() throws GatewayStartException {
        try {
            clientPort.start();
            adminPort.start();
        } catch (PortUnavailable e) {
            close();
            throw new GatewayStartException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        seconds.start(
                () -> observation.journal().secondOver(observation.figures().tick(figureSources)));
        observation.diagnosis().start();
        components.start();
    }

    /**
     * Waits until every component is up or has failed.
     *
     * @throws GatewayStartException where the database cannot be used, or somebody else has closed
     *     the gateway meanwhile; it is closed then
     */
    public void awaitStarted() throws GatewayStartException, InterruptedException {
        components.gate().awaitDecision();
        if (closed) {
            throw new GatewayStartException("The gateway was stopped before it had started.");
        }
        var whyNoDatabase = components.whyNoDatabase();
        if (whyNoDatabase.isPresent()) {
            close();
            throw new GatewayStartException(whyNoDatabase.get());
        }
        demo.open(clientUri(), components.startup());
    }

    /** Begins demo traffic, where the configuration asks for it. */
    public void beginDemo() {
        demo.run(config.demo());
    }

    private MessageRouter router() {
        return flow.router();
    }

    private List<Line> lines() {
        return clientPort.lines();
    }

    private static FlowName flow(GatewayConfig config) throws GatewayStartException {
        return FlowName.parse(config.flow())
                .orElseThrow(() ->
                        new GatewayStartException(
                                "There is no flow "
                                        + config.flow()
                                        + ". Choose "
                                        + FlowName.choices()
                                        + "."));
    }

    /** The name of the flow that runs now. */
    public String flow() {
        return flow.name();
    }

    /**
     * Runs another flow from now on: connections of the one before are closed with 1012, and what
     * it never gave back is taken back. Ports, figures and history stay.
     *
     * @param name of the flow, such as {@code legacy+sessions}
     * @param cause the event that asked for it
     * @return false where there is no such flow, or the gateway is being stopped
     */
    public boolean changeFlow(String name, long cause) {
        var next = FlowName.parse(name);
        if (next.isEmpty()) {
            return false;
        }
        return flow.change(next.get(), ending -> clientPort.closePresent(ending, CHANGE), cause);
    }

    private static TokenVerifier verifier(GatewayConfig config, InstantSource clock)
            throws GatewayStartException {
        try {
            return TokenVerifier.of(config.tokens(), clock);
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new GatewayStartException("The JWKS must be named by an http or https URL.", e);
        }
    }

    /** The figures of this instant, with demo traffic or without. */
    public Snapshot snapshot(boolean withDemo) {
        return snapshot(new FigureView(withDemo, true));
    }

    /** The figures of this instant that are wanted. */
    public Snapshot snapshot(FigureView view) {
        return observation.figures().snapshot(figureSources, view);
    }

    private int faultsActive() {
        return faults.plan().activeCount();
    }

    /** Where clients connect. */
    public URI clientUri() {
        return uri("ws", config.clients().host(), clientPort.port(), "/ws");
    }

    /** Where the admin API is. */
    public URI adminUri() {
        return uri("http", config.admin().host(), adminPort.port(), "");
    }

    private static URI uri(String scheme, String host, int port, String path) {
        var isIpv6 = host.contains(":") && !host.startsWith("[");
        return URI.create(scheme + "://" + (isIpv6 ? "[" + host + "]" : host) + ":" + port + path);
    }

    /** The line that a program prints when its gateway serves. */
    public String readyLine() {
        return "ready "
                + clientUri()
                + " admin "
                + adminUri()
                + " flow "
                + flow()
                + " env "
                + config.environment().word();
    }

    /**
     * Closes connections with 1001, writes what is to be kept, and gives everything back, also of a
     * start or a change of flow that is still under way. Whoever calls it second waits for the
     * first.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        flow.stop();
        faults.close();
        demo.close();
        var hub = observation.hub();
        var stopping = hub.report(null, LifecycleHub.NONE, new OperationFact.GatewayStopping());
        var ending = Ending.byGateway(CloseCode.GOING_AWAY, "gateway stopping").because(stopping);
        try {
            clientPort.drain(ending, DRAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        components.startup().stop();
        seconds.close();
        clientPort.close();
        adminPort.close();
        flow.giveBack(stopping);
        observation.close();
        database.close();
    }

    private final class ByOperator implements Operations {
        @Override
        public boolean close(long connection, int code, String reason, long cause) {
            var ending = new Ending(code, Initiator.OPERATOR, reason).because(cause);
            return clientPort.close(connection, ending);
        }

        @Override
        public boolean changeFlow(String name, long cause) {
            return Gateway.this.changeFlow(name, cause);
        }

        @Override
        public boolean reclaim(Leak.Item item, long cause) {
            return flow.reclaim(item, cause);
        }

        @Override
        public boolean demoRuns() {
            return demo.running();
        }

        @Override
        public void runDemo(boolean running) {
            demo.run(running);
        }
    }
}
