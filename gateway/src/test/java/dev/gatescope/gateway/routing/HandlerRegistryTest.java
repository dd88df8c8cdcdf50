package dev.gatescope.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.lifecycle.Place;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.gateway.sessions.ScopedSessions;
import dev.gatescope.gateway.sessions.SessionFactory;
import dev.gatescope.gateway.sessions.Sessions;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Handlers by their connection, however many there are. */
class HandlerRegistryTest {
    private static final int MANY = 100_000;
    private static final int LOOK_UPS = 100_000;
    private static final int ROUNDS = 10;

    /** A search through all would cost a hundred thousand times as much, a tree some twenty. */
    private static final int GENEROUS = 1_000;

    private final Clock clock = Clock.systemUTC();
    private final LifecycleHub hub = new LifecycleHub(clock, new EventNumbers(), List.of());
    private final Connections connections =
            new Connections(Sequence.ofConnections(clock), clock, false);
    private final Sessions sessions =
            new ScopedSessions(
                    new SessionFactory(
                            new Database(
                                    DatabaseConfig.of(DatabaseConfig.inMemory(UUID.randomUUID()))),
                            Duration.ofSeconds(1),
                            hub));

    @Test
    void findingOneAmongAHundredThousandCostsAboutWhatItCostsAlone() {
        var alone = new HandlerRegistry(hub);
        var one = List.of(registered(alone));
        var crowded = new HandlerRegistry(hub);
        var all = new ArrayList<Connection>();
        for (var i = 0; i < MANY; i++) {
            all.add(registered(crowded));
        }

        var cheapestAlone = cheapest(alone, one);
        var cheapestCrowded = cheapest(crowded, all);

        assertThat(crowded.size()).isEqualTo(MANY);
        assertThat(cheapestCrowded).isLessThan(Math.max(1, cheapestAlone) * GENEROUS);
    }

    private Connection registered(HandlerRegistry registry) {
        var connection = connections.open(new Origin("127.0.0.1:1", null, false));
        registry.register(
                new ConnectionHandler(
                        connection, "dev", (_, _) -> {}, sessions, Map.of(), false, Place.UNKNOWN));
        return connection;
    }

    /** The processor's time for a round of look-ups that all succeed, in the cheapest round. */
    private static long cheapest(HandlerRegistry registry, List<Connection> owners) {
        var threads = ManagementFactory.getThreadMXBean();
        var cheapest = Long.MAX_VALUE;
        for (var round = 0; round < ROUNDS; round++) {
            var before = threads.getCurrentThreadCpuTime();
            for (var i = 0; i < LOOK_UPS; i++) {
                var owner = owners.get(i % owners.size());
                var found = registry.find(owner);
                if (found == null || found.connection() != owner) {
                    throw new AssertionError("not the handler of " + owner.id());
                }
            }
            cheapest = Math.min(cheapest, threads.getCurrentThreadCpuTime() - before);
        }
        return cheapest;
    }
}
