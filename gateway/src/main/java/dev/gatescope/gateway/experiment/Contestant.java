package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.Environment;
import dev.gatescope.gateway.Gateway;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.GatewayStartException;
import dev.gatescope.gateway.auth.ClientTokens;
import dev.gatescope.gateway.auth.Secret;
import dev.gatescope.gateway.auth.TokenIssuer;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.experiment.ExperimentPlan.Subject;
import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.gateway.scenario.Condition;
import dev.gatescope.gateway.scenario.Conditions;
import dev.gatescope.gateway.scenario.Group;
import dev.gatescope.gateway.scenario.Hold;
import dev.gatescope.gateway.scenario.Scenario;
import dev.gatescope.gateway.scenario.ServerSettings;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Snapshot;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * One flow on a gateway of its own, with its own database and port. Its clients come when it is its
 * turn; in between it waits, and does not disturb the others. For one thread.
 */
final class Contestant implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofMinutes(5);
    private static final Duration FIRST_FRAME_WAIT = Duration.ofMillis(250);
    private static final Duration STARTUP_WAIT = Duration.ofMinutes(1);

    private final Scenario scenario;
    private final Subject subject;
    private final Sightings sightings = new Sightings();
    private final Holds holds;
    private final Gateway gateway;
    private final ClientHeaders headers;
    private final Conditions conditions;
    private final ExecutorService clients =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("client ", 0).factory());
    private final Tally tally;
    private Conditions.@Nullable Lasting heldStart;

    private Contestant(Scenario scenario, Subject subject, Tally tally)
            throws GatewayStartException {
        this.scenario = scenario;
        this.subject = subject;
        this.tally = tally;
        this.holds = new Holds(sightings, scenario.patience());
        // A secret that is nobody's, so that strict environments take the clients' tokens too.
        var secret = Secret.of(UUID.randomUUID() + "" + UUID.randomUUID());
        this.headers =
                new ClientHeaders(
                        new ClientTokens(new TokenIssuer(secret, null, null, Clock.systemUTC())));
        this.gateway = Gateway.prepare(config(secret));
        this.conditions = new Conditions(gateway.startup());
    }

    /** A gateway with this flow that serves, or starts as the scenario wants it to. */
    static Contestant start(Scenario scenario, Subject subject, Tally tally)
            throws GatewayStartException, InterruptedException {
        var contestant = new Contestant(scenario, subject, tally);
        try {
            contestant.start();
        } catch (GatewayStartException | InterruptedException | RuntimeException e) {
            contestant.close();
            throw e;
        }
        return contestant;
    }

    private GatewayConfig config(Secret secret) {
        var server = scenario.server();
        var memory = DatabaseConfig.inMemory(UUID.randomUUID());
        return GatewayConfig.builder()
                .name(subject.label())
                .flow(subject.flow())
                .environment(Environment.valueOf(server.environment().toUpperCase(Locale.ROOT)))
                .database(
                        new DatabaseConfig(
                                memory,
                                server.poolSize(),
                                server.acquireTimeout(),
                                scenario.patience()))
                .tokens(new TokenRules(new TokenRules.Keys.OfSecret(secret), null, null))
                // No time-out of the gateway's takes part, but that for a token that never comes.
                .timeouts(
                        new GatewayConfig.Timeouts(
                                HEARTBEAT, FIRST_FRAME_WAIT, STARTUP_WAIT, Duration.ZERO))
                .legacyParts(server.legacy())
                .gates(holds)
                .observer(sightings)
                .build();
    }

    private void start() throws GatewayStartException, InterruptedException {
        var start = scenario.server().start();
        var prepared = conditions.prepare(start);
        gateway.listen();
        if (start instanceof ServerSettings.Start.Held) {
            heldStart = prepared;
        } else {
            gateway.awaitStarted();
        }
    }

    /** The flow and the name under which it takes part. */
    Subject subject() {
        return subject;
    }

    /** Its figures so far. */
    Tally tally() {
        return tally;
    }

    /** The gateway's own figures. */
    Snapshot snapshot() {
        return gateway.snapshot(true);
    }

    /** Keeps what the gateway will say of this script's connection. */
    void keepEventsOf(Script script) {
        sightings.of(script).keepFacts();
    }

    /** What the gateway said of a script's connection, oldest first. */
    List<Event> events(Script script) {
        return sightings.of(script).facts().stream().map(Words::event).toList();
    }

    /**
     * Lets the clients of one group come, in the group's condition, and returns when each is gone
     * and the gateway is done with it.
     */
    void play(Group group, List<Script> scripts) throws InterruptedException {
        var tracks = scripts.stream().map(sightings::of).toList();
        holds.begin(group.hold(), tracks);
        var delayed = lasts(group) || group.hold() != null;
        var condition = conditions.begin(group.condition());
        var visits = new ArrayList<Future<Account>>();
        try {
            var places = new Semaphore(places(group, scripts.size()));
            for (var script : scripts) {
                visits.add(clients.submit(visit(script, places)));
            }
            if (lasts(group)) {
                for (var track : tracks) {
                    Awaiting.atMost(scenario.patience(), track.settled);
                }
            }
        } finally {
            condition.end();
            endHeldStart();
        }
        for (var i = 0; i < visits.size(); i++) {
            settle(scripts.get(i), result(visits.get(i)), delayed);
        }
    }

    /** Who waits for the others must not wait for a place. */
    private int places(Group group, int clients) {
        var hold = group.hold();
        var together = hold != null && hold.until() == Hold.Until.ALL_ARRIVED;
        return lasts(group) || together ? clients : group.concurrency();
    }

    private boolean lasts(Group group) {
        return heldStart != null || group.condition() instanceof Condition.ComponentDown;
    }

    private void endHeldStart() throws InterruptedException {
        if (heldStart != null) {
            heldStart.end();
            heldStart = null;
        }
    }

    private Callable<Account> visit(Script script, Semaphore places) {
        return () -> {
            places.acquire();
            try {
                return new Visit(
                                script,
                                gateway.clientUri(),
                                headers.of(script),
                                sightings.of(script),
                                scenario.patience())
                        .make();
            } finally {
                places.release();
            }
        };
    }

    private void settle(Script script, Account account, boolean delayed)
            throws InterruptedException {
        var track = sightings.of(script);
        if (account.asked()) {
            Awaiting.atMost(scenario.patience(), track.over);
        }
        var errors = track.errorFacts().stream().map(Words::event).toList();
        tally.add(new ScriptResult(script, account, track.verdicts(), delayed), errors);
    }

    private static Account result(Future<Account> visit) throws InterruptedException {
        try {
            return visit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client broke", e);
        }
    }

    /** Sends everybody away and gives everything back. */
    @Override
    public void close() {
        clients.shutdownNow();
        gateway.close();
    }
}
