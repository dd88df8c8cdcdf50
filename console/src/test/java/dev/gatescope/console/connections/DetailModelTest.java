package dev.gatescope.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Clients;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.shared.admin.ConnectionInfo;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class DetailModelTest {
    private static final ConnectionInfo FIRST = Clients.open(1, Samples.NOON);

    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final DetailModel model = new DetailModel(gateway, pulse, clock);

    @BeforeEach
    void aConnection() {
        gateway.connections.add(Clients.withDetail(FIRST, 3));
    }

    @Test
    void showsWhatIsKnownUntilTheGatewayAnswers() {
        model.choose(FIRST.id(), new ConnectionRow(FIRST));
        assertThat(model.connection().get()).isEqualTo(FIRST);

        pulse.beat();

        assertThat(model.connection().get()).isEqualTo(gateway.connections.getFirst());
    }

    @Test
    void asksAgainWhenItChangedButOnceASecondAtMost() {
        model.choose(FIRST.id(), new ConnectionRow(FIRST));
        pulse.beat();
        gateway.connections.set(0, Clients.withDetail(FIRST, 4));
        model.onChanged(Clients.busier(1, Samples.NOON, 500));
        pulse.beat();
        pulse.beat();
        assertThat(timelineLength()).isEqualTo(5 + 2 * 3);

        clock.advance(Duration.ofSeconds(1));
        pulse.beat();
        pulse.beat();

        assertThat(timelineLength()).isEqualTo(5 + 2 * 4);
    }

    @Test
    void saysWhyThereIsNoTimeline() {
        model.choose("conn_000000000000", null);
        pulse.beat();

        assertThat(model.problem().get()).isEqualTo("There is no connection conn_000000000000.");
    }

    @Test
    void anAnswerAboutAnotherConnectionComesTooLate() {
        model.choose(FIRST.id(), null);
        model.clear();
        pulse.beat();

        assertThat(model.connection().get()).isNull();
    }

    @Test
    void closesWithCodeAndReason() {
        model.choose(FIRST.id(), null);

        model.close(" 4001 ", "please come back later");

        assertThat(gateway.asked).contains("close " + FIRST.id() + " 4001 please come back later");
        assertThat(model.closeProblem().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1008, bye, 3000 to 4999", "abc, bye, 3000 to 4999", "1000, ' ', Give a reason"})
    void saysWhatIsWrongBeforeAsking(String code, String reason, String problem) {
        model.choose(FIRST.id(), null);

        model.close(code, reason);

        assertThat(gateway.asked).isEmpty();
        assertThat(model.closeProblem().get()).contains(problem);
    }

    @Test
    void saysWhyTheGatewayRefused() {
        model.choose(FIRST.id(), null);
        gateway.fail("A viewer may not close connections.");

        model.close("1000", "bye");
        pulse.beat();

        assertThat(model.closeProblem().get()).isEqualTo("A viewer may not close connections.");
    }

    @Test
    void aViewerMayNotClose() {
        model.onLink(Samples.liveForViewer());
        model.choose(FIRST.id(), null);

        model.close("1000", "bye");

        assertThat(gateway.asked).isEmpty();
        assertThat(model.whyNoClose().get()).contains("role is viewer");
        assertThat(model.closeProblem().get()).isEqualTo(model.whyNoClose().get());
    }

    @Test
    void aStrictEnvironmentSaysWhyThereAreNoFrames() {
        model.onLink(Samples.live());
        assertThat(model.noFrames().get()).isEmpty();

        model.onLink(new Link(Link.State.LIVE, Samples.serverIn("staging"), Samples.NOON, null));

        assertThat(model.noFrames().get())
                .contains("in development only", "this gateway runs in staging");
    }

    private int timelineLength() {
        var shown = model.connection().get();
        return shown == null || shown.timeline() == null ? 0 : shown.timeline().size();
    }
}
