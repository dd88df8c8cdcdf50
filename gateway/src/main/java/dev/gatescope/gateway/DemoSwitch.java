package dev.gatescope.gateway;

import dev.gatescope.gateway.auth.TokenIssuer;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.auth.TokenRules.Keys.OfSecret;
import dev.gatescope.gateway.traffic.DemoTraffic;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.InstantSource;

/**
 * Demo traffic on a gateway that is not open yet, or whose tokens it cannot sign: then switching it
 * on does nothing. Safe from any thread.
 */
final class DemoSwitch implements AutoCloseable {
    /** Any number serves; the same one makes the clients do the same things in every run. */
    private static final long SEED = 20_250_904;

    private final TokenRules rules;
    private final String mark;
    private final InstantSource clock;
    private volatile @Nullable DemoTraffic traffic;
    private boolean closed;

    DemoSwitch(TokenRules rules, String mark, InstantSource clock) {
        this.rules = rules;
        this.mark = mark;
        this.clock = clock;
    }

    /** Whether the clients' tokens can be signed here. */
    boolean isPossible() {
        return rules.keys() instanceof OfSecret;
    }

    /** The gateway serves at this address. */
    synchronized void open(URI gateway) {
        if (traffic == null && rules.keys() instanceof OfSecret(var secret)) {
            var tokens = new TokenIssuer(secret, rules.audience(), rules.issuer(), clock);
            traffic = new DemoTraffic(gateway, tokens, mark, SEED);
        }
    }

    synchronized void run(boolean on) {
        var current = traffic;
        if (current != null && !(on && closed)) {
            current.run(on);
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
