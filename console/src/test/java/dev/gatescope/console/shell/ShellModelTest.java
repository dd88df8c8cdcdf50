package dev.gatescope.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.shared.admin.StreamFrame;

import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.List;

class ShellModelTest {
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final Feed feed = new Feed();
    private final ShellModel model = new ShellModel(gateway, feed, pulse, ZoneOffset.UTC);

    @Test
    void theTitleSaysWhichGatewayAndEnvironment() {
        assertThat(model.titleProperty().get()).isEqualTo("Gatescope");

        model.onLink(Samples.live());

        assertThat(model.titleProperty().get()).isEqualTo("Gatescope — gw-1 · development · fixed");
    }

    @Test
    void aLostGatewayIsLostSinceItsLastFigure() {
        model.onLink(Samples.live());
        model.onSnapshot(Samples.snapshot(Samples.NOON, 3));
        assertThat(model.linkWordProperty().get()).isEqualTo("Live");
        assertThat(model.lastFigureProperty().get()).isEqualTo("12:00:00");

        model.onLink(Samples.lost("Nothing answers."));
        model.onLink(
                new Link(
                        Link.State.LOST,
                        Samples.server(),
                        Samples.NOON.plusSeconds(9),
                        "Still nothing."));

        assertThat(model.linkWordProperty().get()).isEqualTo("Lost since 12:00:00");
        assertThat(model.troubleProperty().get()).isEqualTo("Still nothing.");
        assertThat(model.lastFigureProperty().get()).isEmpty();
    }

    @Test
    void aGatewayThatComesBackIsLiveAndNothingIsWrong() {
        model.onLink(Samples.lost("Nothing answers."));

        model.onLink(Samples.live());

        assertThat(model.linkStateProperty().get()).isEqualTo(Link.State.LIVE);
        assertThat(model.troubleProperty().get()).isEmpty();
    }

    @Test
    void eventsThatWereDroppedAreCountedAndWarnedOf() {
        assertThat(model.droppedStatusProperty().get()).isEqualTo(Status.GOOD);
        feed.onFrame(new StreamFrame(1, null, List.of(), null, 1_200));

        model.onSnapshot(Samples.snapshot(Samples.NOON, 1));

        assertThat(model.droppedProperty().get())
                .isEqualTo("1,200 dropped by the gateway, 0 by this console");
        assertThat(model.droppedStatusProperty().get()).isEqualTo(Status.WARNING);
        assertThat(model.trafficProperty().get()).isEqualTo("1 open connection");
        assertThat(model.receivedProperty().get())
                .isEqualTo("0 events since this console connected");
    }

    @Test
    void aMarkIsSetAndSaid() {
        model.mark("  deploy 42 ");
        pulse.beat();

        assertThat(gateway.asked).containsExactly("mark deploy 42");
        assertThat(model.noticeProperty().get()).isEqualTo("Mark set: deploy 42");
    }

    @Test
    void aViewerIsToldThatItMayNotSetMarks() {
        model.onLink(Samples.liveForViewer());

        model.mark("mine");

        assertThat(model.mayMark()).isFalse();
        assertThat(gateway.asked).isEmpty();
        assertThat(model.noticeProperty().get())
                .startsWith("No mark was set. The token's role is viewer");
    }

    @Test
    void aBlankMarkIsNone() {
        model.mark("   ");

        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void aMarkThatWasRefusedIsSaid() {
        gateway.fail("A viewer may not set marks.");
        model.mark("mine");
        pulse.beat();

        assertThat(model.noticeProperty().get())
                .isEqualTo("No mark was set. A viewer may not set marks.");
    }
}
