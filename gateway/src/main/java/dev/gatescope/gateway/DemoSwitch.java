package dev.gatescope.gateway;

import dev.gatescope.gateway.auth.TokenIssuer;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.auth.TokenRules.Keys.OfSecret;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.scenario.Condition;
import dev.gatescope.gateway.scenario.Conditions;
import dev.gatescope.gateway.scenario.Group;
import dev.gatescope.gateway.scenario.InvalidScenario;
import dev.gatescope.gateway.scenario.Scenarios;
import dev.gatescope.gateway.startup.Startup;
import dev.gatescope.gateway.traffic.DemoIncident;
import dev.gatescope.gateway.traffic.DemoTraffic;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/**
 * Demo traffic on a gateway that is not open yet, or whose tokens it cannot sign: then switching it
 * on does nothing. Safe from any thread.
 */
final class DemoSwitch implements AutoCloseable {
    /** Any number serves; the same one makes the clients do the same things in every run. */
    private static final long SEED = 20_250_904;

    private static final String SCENARIO = "staging-incident";

    private final TokenRules rules;
    private final String mark;
    private final boolean withIncident;
    private final InstantSource clock;
    private final DemoIncident incident = new DemoIncident();
    private volatile @Nullable DemoTraffic traffic;
    private @Nullable Conditions conditions;
    private boolean closed;

    /**
     * @param withIncident whether components restart while the demo runs; never where people work
     */
    DemoSwitch(TokenRules rules, String mark, boolean withIncident, InstantSource clock) {
        this.rules = rules;
        this.mark = mark;
        this.withIncident = withIncident;
        this.clock = clock;
    }

    /** Whether the clients' tokens can be signed here. */
    boolean isPossible() {
        return rules.keys() instanceof OfSecret;
    }

    /** Sees whom the demo's incident meets. */
    LifecycleHub.Observer observer() {
        return incident;
    }

    /** The gateway serves at this address, and has this startup. */
    synchronized void open(URI gateway, Startup startup) {
        if (traffic == null && rules.keys() instanceof OfSecret(var secret)) {
            var tokens = new TokenIssuer(secret, rules.audience(), rules.issuer(), clock);
            traffic = new DemoTraffic(gateway, tokens, mark, SEED);
            conditions = new Conditions(startup);
        }
    }

    /** Demo clients come with the conditions of the incident, or both are gone. */
    synchronized void run(boolean on) {
        var current = traffic;
        var around = conditions;
        if (current == null || around == null || (on && closed)) {
            return;
        }
        if (on && withIncident) {
            incident.begin(around, conditionsOf(SCENARIO));
        } else if (!on) {
            incident.close();
        }
        current.run(on);
    }

    private static List<Condition> conditionsOf(String scenario) {
        try {
            return Scenarios.open(scenario).groups().stream()
                    .map(Group::condition)
                    .filter(condition -> !(condition instanceof Condition.Fine))
                    .distinct()
                    .toList();
        } catch (InvalidScenario e) {
            throw new IllegalStateException("it comes with the product", e);
        }
    }

    boolean running() {
        var current = traffic;
        return current != null && current.running();
    }

    /** Switches it off for good. */
    @Override
    public synchronized void close() {
        closed = true;
        run(false);
    }
}
