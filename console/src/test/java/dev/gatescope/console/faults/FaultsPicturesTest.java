package dev.gatescope.console.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.FaultKinds;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Picture;
import dev.gatescope.console.fixtures.Toolkit;
import dev.gatescope.console.shell.FaultWatchModel;
import dev.gatescope.console.shell.Theme;
import dev.gatescope.shared.admin.FaultInfo;

import javafx.scene.Parent;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.ZoneOffset;

/** Draws the fault lab in each state, for people to look at. */
@Timeout(120)
class FaultsPicturesTest {
    /** What a window of 1440 by 900 and one of 1000 by 700 leave to a view; then all of it. */
    private static final int[][] SIZES = {{1276, 820}, {836, 620}, {837, 1500}};

    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final FaultWatchModel watch = new FaultWatchModel(gateway, new Feed(), pulse, clock);
    private final FaultsModel model = new FaultsModel(gateway, watch, pulse);

    @ParameterizedTest
    @EnumSource(Theme.class)
    void nothingBroken(Theme theme) throws Exception {
        live();
        draw("empty", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void someBrokenAndAFormFilled(Theme theme) throws Exception {
        live();
        inject("message-dropped", "How do clients cope?");
        gateway.faults.end(FaultInfo.EXPIRED, "its time was over");
        inject("tcp-reset", "Does the hub clean up?");
        gateway.faults.end(FaultInfo.STOPPED, "connection success fell below 50 %");
        inject("component-late", "Error 1 of the report: Message routing failed");
        model.draft().percent().textProperty().set("20");
        inject("handler-slow", "Watch p99 while answers are late");
        gateway.faults.hit("fault_000000000004", 1_412, 87);
        clock.advance(Duration.ofSeconds(18));
        for (int i = 0; i < 8; i++) {
            pulse.beat();
        }
        draw("broken", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatIsWrongIsSaidBesideItsField(Theme theme) throws Exception {
        live();
        choose("handler-slow");
        var draft = model.draft();
        draft.parameters().getFirst().entry().textProperty().set("soon");
        draft.percent().textProperty().set("0");
        draft.connection().textProperty().set("alice");
        draft.duration().textProperty().set("901");
        draft.lease().textProperty().set("");
        draft.seed().textProperty().set("dice");
        draft.stopFigureProperty().set(StopFigure.CONNECTION_SUCCESS);
        draft.stopBound().textProperty().set("120");
        draw("wrong", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aGatewayWithoutAFaultLab(Theme theme) throws Exception {
        watch.onLink(Samples.liveWithoutCapabilities());
        draw("missing", theme);
    }

    private void live() {
        gateway.faults.kinds.addAll(FaultKinds.all());
        watch.onLink(Samples.live());
        pulse.beat();
    }

    private void choose(String kind) {
        model.draft().choose(model.kind(kind));
    }

    private void inject(String kind, String reason) {
        choose(kind);
        model.draft().reason().textProperty().set(reason);
        model.inject();
        pulse.beat();
    }

    private void draw(String state, Theme theme) throws Exception {
        Toolkit.call(() -> {
            var view = new FaultsView(model, ZoneOffset.UTC);
            pulse.beat();
            for (var size : SIZES) {
                var picture = Picture.of((Parent) view.node(), theme, size[0], size[1]);
                picture.save("faults-%s-%s-%d".formatted(state, theme.word(), size[0]));
                assertThat(picture.colours()).isGreaterThan(20);
            }
            return view;
        });
    }
}
