package dev.gatescope.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.gateway.startup.StartupGate;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Figures that do not depend on what the machine's clock does. */
class FiguresTest {
    private Instant now = Clock.systemUTC().instant();
    private final InstantSource clock = () -> now;
    private final Figures figures = new Figures(clock);
    private final LifecycleHub hub = new LifecycleHub(clock, new EventNumbers(), List.of(figures));
    private final Figures.Sources sources =
            new Figures.Sources(
                    new Connections(Sequence.ofConnections(clock), clock, false),
                    new StartupGate(hub),
                    () -> "fixed",
                    "development",
                    () -> 0);

    @Test
    void theUptimeDoesNotJumpWithTheClock() {
        now = now.minus(Duration.ofDays(1));
        var before = figures.snapshot(sources, FigureView.ALL).uptimeS();
        now = now.plus(Duration.ofDays(2));
        var after = figures.snapshot(sources, FigureView.ALL).uptimeS();

        assertThat(before).isNotNegative();
        assertThat(after).isBetween(before, before + 3_600);
    }
}
