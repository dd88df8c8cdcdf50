package dev.gatescope.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;

import org.junit.jupiter.api.Test;

class FlowModelTest {
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final FlowModel model = new FlowModel(gateway, new Feed(), pulse);

    @Test
    void showsWhatTheGatewaySaysAndNotWhatWasAskedFor() {
        model.onLink(Samples.live());
        model.change("legacy");
        pulse.beat();
        assertThat(gateway.asked).containsExactly("flow legacy");
        assertThat(model.flowProperty().get()).isEqualTo("fixed");
        assertThat(model.noticeProperty().get()).isEqualTo("Flow changed to legacy.");

        model.onSnapshot(Samples.running("legacy"));

        assertThat(model.flowProperty().get()).isEqualTo("legacy");
    }

    @Test
    void theFlowThatRunsIsNotAskedFor() {
        model.onLink(Samples.live());
        model.change("fixed");

        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsSaidAndNotAsked() {
        assertThat(model.whyNoChangeProperty().get()).contains("while the gateway is connected");
        model.onLink(Samples.liveForViewer());
        assertThat(model.whyNoChangeProperty().get()).contains("role is viewer");
        model.onLink(Samples.liveWithoutCapabilities());
        assertThat(model.whyNoChangeProperty().get()).contains("does not offer");

        model.change("fixed");

        assertThat(gateway.asked).isEmpty();
        assertThat(model.noticeProperty().get()).startsWith("The flow was not changed. This");
    }

    @Test
    void whyAGatewayRefusesIsSaid() {
        model.onLink(Samples.live());
        gateway.fail("There is no such flow.");
        model.change("legacy");
        pulse.beat();

        assertThat(model.noticeProperty().get())
                .isEqualTo("The flow was not changed. There is no such flow.");
    }
}
