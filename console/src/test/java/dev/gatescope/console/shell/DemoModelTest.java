package dev.gatescope.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;

import org.junit.jupiter.api.Test;

class DemoModelTest {
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final DemoModel model = new DemoModel(gateway, new Feed(), pulse);

    @Test
    void saysWhatTheGatewaySaysWithoutSwitchingAnything() {
        gateway.demoRuns = true;

        live();

        assertThat(model.offeredProperty().get()).isTrue();
        assertThat(model.runningProperty().get()).isTrue();
        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void noticesTrafficThatBeginsAfterTheLink() {
        live();
        gateway.demoRuns = true;

        for (int i = 0; i < 20; i++) {
            pulse.beat();
        }

        assertThat(model.runningProperty().get()).isTrue();
        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void switchesTheTraffic() {
        gateway.demoRuns = true;
        live();

        model.runningProperty().set(false);
        pulse.beat();

        assertThat(gateway.asked).containsExactly("run demo false");
        assertThat(model.runningProperty().get()).isFalse();
    }

    @Test
    void aSwitchThatWasRefusedGoesBackAndSaysWhy() {
        live();
        gateway.fail("A viewer may not run demo traffic.");

        model.runningProperty().set(true);
        pulse.beat();

        assertThat(model.runningProperty().get()).isFalse();
        assertThat(model.troubleProperty().get()).isEqualTo("A viewer may not run demo traffic.");
        assertThat(gateway.asked).containsExactly("run demo true");
    }

    @Test
    void leavesItOutOfTheFigures() {
        live();

        model.countedProperty().set(false);

        assertThat(gateway.asked).containsExactly("include demo false");
    }

    @Test
    void aViewerIsToldThatItMayNotSwitch() {
        model.onLink(Samples.liveForViewer());

        assertThat(model.whyNoSwitchProperty().get()).contains("role is viewer");
        assertThat(model.offeredProperty().get()).isTrue();

        live();
        assertThat(model.whyNoSwitchProperty().get()).isEmpty();
    }

    @Test
    void aLostGatewayHasNothingToSwitch() {
        live();

        model.onLink(Samples.lost("Nothing answers."));

        assertThat(model.offeredProperty().get()).isFalse();
    }

    private void live() {
        model.onLink(Samples.live());
        pulse.beat();
    }
}
