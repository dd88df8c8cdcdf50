package dev.gatescope.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.Environment;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.GatewayConfigBuilder;
import dev.gatescope.gateway.auth.Secret;
import dev.gatescope.gateway.auth.TokenIssuer;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.flow.Gates;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

class DemoTrafficTest {
    private static final Secret SECRET = Secret.of("a secret that has more than 32 bytes");
    private static final double FAST = 100;

    private final DeedLog log = new DeedLog();

    @Test
    void everythingThatClientsDoHappensAndTheFiguresStayGood() throws Exception {
        try (var running = RunningGateway.start(config())) {
            try (var traffic = traffic(running.gateway().clientUri(), 1)) {
                traffic.run(true);
                Eventually.until(
                        () -> "all kinds of " + allKinds() + " in " + log.kinds(),
                        () -> log.kinds().containsAll(allKinds()));
            }
            running.awaitNothingHeld();

            assertThat(log.surprises()).isEmpty();
            var figures = running.figures();
            assertThat(figures.connections().failed()).isZero();
            assertThat(figures.connections().rejected()).isPositive();
            assertThat(figures.connections().vanished()).isPositive();
            assertThat(figures.routing().refused()).isPositive();
            assertThat(figures.success().connection().sinceStart().ratio())
                    .isGreaterThanOrEqualTo(0.99);
            assertThat(figures.success().routing().sinceStart().ratio())
                    .isGreaterThanOrEqualTo(0.995);
        }
    }

    @Test
    void stoppingIsPromptAndLeavesNothing() throws Exception {
        try (var running = RunningGateway.start(config())) {
            var threadsBefore = selectorThreads();
            try (var traffic = traffic(running.gateway().clientUri(), 2)) {
                traffic.run(true);
                assertThat(traffic.running()).isTrue();
                Eventually.until(() -> "busy", () -> log.size() > 200);

                var began = System.nanoTime();
                traffic.run(false);

                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .isLessThan(Duration.ofSeconds(1));
                assertThat(traffic.running()).isFalse();
                running.awaitNothingHeld();
                Eventually.until(
                        () -> "only " + threadsBefore + " of " + selectorThreads(),
                        () -> threadsBefore.containsAll(selectorThreads()));
            }
        }
    }

    @Test
    void canBeSwitchedOnAgain() throws Exception {
        try (var running = RunningGateway.start(config());
                var traffic = traffic(running.gateway().clientUri(), 3)) {
            traffic.run(true);
            traffic.run(true);
            Eventually.until(() -> "busy", () -> log.size() > 50);
            traffic.run(false);
            traffic.run(false);
            var before = log.size();

            traffic.run(true);

            Eventually.until(() -> "busy again", () -> log.size() > before + 50);
            traffic.run(false);
        }
    }

    @Test
    void clientsComeBackToAGatewayThatWasAway() throws Exception {
        URI uri;
        DemoTraffic traffic;
        try (var running = RunningGateway.start(config())) {
            uri = running.gateway().clientUri();
            traffic = traffic(uri, 4);
            traffic.run(true);
            Eventually.until(() -> "busy", () -> log.size() > 50);
            running.gateway().close();
        }

        var again = config().clients("127.0.0.1", uri.getPort());
        try (var running = RunningGateway.start(again);
                var _ = traffic) {
            Eventually.until(
                    () -> "they are back: " + running.figures().connections(),
                    () -> running.figures().routing().routed() > 50);
            traffic.run(false);
        }
    }

    @Test
    void stopsPromptlyWhereNoGatewayIs() throws Exception {
        try (var traffic = traffic(URI.create("ws://127.0.0.1:1/ws"), 5)) {
            traffic.run(true);

            var began = System.nanoTime();
            traffic.run(false);

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(1));
        }
        assertThat(log.size()).isZero();
    }

    @Test
    void oneSeedMakesEachClientDoTheSame() throws Exception {
        var first = new DeedLog();
        var second = new DeedLog();
        for (var run : Set.of(first, second)) {
            try (var running = RunningGateway.start(config());
                    var traffic = traffic(running.gateway().clientUri(), 6, run)) {
                traffic.run(true);
                Eventually.until(() -> "enough", () -> run.size() > 1_000);
                traffic.run(false);
            }
        }

        first.byUser()
                .forEach((user, deeds) -> {
                    var others = second.byUser().getOrDefault(user, new ArrayList<>());
                    var common = Math.min(deeds.size(), others.size());
                    assertThat(deeds.subList(0, common)).isEqualTo(others.subList(0, common));
                });
    }

    private DemoTraffic traffic(URI gateway, long seed) {
        return traffic(gateway, seed, log);
    }

    private static DemoTraffic traffic(URI gateway, long seed, DeedLog log) {
        var tokens = new TokenIssuer(SECRET, null, null, Clock.systemUTC());
        return new DemoTraffic(gateway, tokens, "no mark", seed, FAST, log);
    }

    private static GatewayConfigBuilder config() {
        return GatewayConfig.builder()
                .environment(Environment.STAGING)
                .gates(new DemoGates(Gates.OPEN))
                .tokens(new TokenRules(new TokenRules.Keys.OfSecret(SECRET), null, null));
    }

    private static Set<String> allKinds() {
        var kinds = new LinkedHashSet<String>();
        for (var way : Deed.Way.values()) {
            for (var token : Deed.Token.values()) {
                kinds.add("log in " + way + " " + token);
            }
        }
        for (var exit : Deed.Exit.values()) {
            kinds.add("leave " + exit);
        }
        for (var message : Deed.Message.class.getPermittedSubclasses()) {
            kinds.add(message.getSimpleName());
        }
        kinds.add(Deed.LeaveBeforeWelcome.class.getSimpleName());
        return kinds;
    }

    private static Set<String> selectorThreads() {
        var names = new LinkedHashSet<String>();
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("HttpClient-")) {
                names.add(thread.getName());
            }
        }
        return names;
    }
}
