package dev.gatescope.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Clients;
import dev.gatescope.console.fixtures.ManualClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class RefusedModelTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final RefusedModel model = new RefusedModel(gateway, pulse, clock);

    @Test
    void asksOnlyWhileSomebodyLooks() {
        gateway.refusedRequests.addAll(Clients.refused(Samples.NOON));
        clock.advance(Duration.ofSeconds(10));
        pulse.beat();
        assertThat(model.requests()).isEmpty();

        model.watch(true);
        pulse.beat();

        assertThat(model.requests()).hasSize(3);
    }

    @Test
    void asksAgainEveryFewSeconds() {
        model.watch(true);
        pulse.beat();
        gateway.refusedRequests.addAll(Clients.refused(Samples.NOON));

        clock.advance(Duration.ofSeconds(3));
        pulse.beat();
        pulse.beat();

        assertThat(model.requests()).hasSize(3);
    }

    @Test
    void saysWhyThereAreNone() {
        gateway.fail("This gateway does not offer refused requests.");

        model.watch(true);
        pulse.beat();

        assertThat(model.problem().get()).contains("does not offer");
    }
}
