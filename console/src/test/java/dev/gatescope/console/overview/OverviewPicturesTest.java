package dev.gatescope.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Picture;
import dev.gatescope.console.fixtures.Toolkit;
import dev.gatescope.console.fixtures.Traffic;
import dev.gatescope.console.fixtures.Troubles;
import dev.gatescope.console.shell.Theme;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;

import javafx.scene.Parent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Draws the overview, for people to look at, and checks that there is something to see. */
class OverviewPicturesTest {
    private static final int SECONDS = 600;

    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final OverviewModel model =
            new OverviewModel(
                    gateway,
                    new dev.gatescope.console.feed.Feed(),
                    pulse,
                    clock,
                    "ws://127.0.0.1:8025/ws");

    private final ProblemsModel problems =
            new ProblemsModel(gateway, new dev.gatescope.console.feed.Feed(), pulse, clock);

    @ParameterizedTest
    @EnumSource(Theme.class)
    void traffic(Theme theme) throws Exception {
        liveFor(90);

        draw("overview", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void lostGateway(Theme theme) throws Exception {
        liveFor(30);
        model.onLink(Samples.lost("The connection was refused."));
        for (int i = 0; i < 75; i++) {
            clock.advance(Duration.ofSeconds(1));
            pulse.beat();
        }

        draw("overview-lost", theme);
    }

    @Test
    void nothingYet() throws Exception {
        model.onLink(Samples.live());
        model.onSnapshot(Traffic.idle(clock.instant()));
        pulse.beat();

        draw("overview-idle", Theme.LIGHT);
    }

    private void liveFor(int seconds) {
        gateway.history.addAll(Traffic.history(Samples.NOON, SECONDS));
        gateway.diagnosis.problems.addAll(Troubles.problems());
        model.onLink(Samples.live());
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            model.onSnapshot(Traffic.at(clock.instant()));
            pulse.beat();
        }
        model.onEvents(List.of(mark()), 0);
        clock.advance(Duration.ofSeconds(1));
        model.onSnapshot(Traffic.at(clock.instant()));
        pulse.beat();
    }

    private Event mark() {
        return new Event(
                "evt_ffffffffffffffff",
                clock.instant().minusSeconds(200),
                "mark.set",
                Severity.INFO,
                null,
                null,
                null,
                null,
                null,
                "An operator set the mark deploy 42.",
                Map.of("label", "deploy 42"));
    }

    private void draw(String name, Theme theme) throws Exception {
        Toolkit.call(() -> {
            problems.onLink(Samples.live());
            var view = (Parent) new OverviewView(model, problems, id -> {}, () -> {}).node();
            for (int[] size : new int[][] {{1440, 900}, {1000, 700}, {1220, 800}, {800, 640}}) {
                Picture.of(view, theme, size[0], size[1]);
                pulse.beat();
                var picture = Picture.of(view, theme, size[0], size[1]);
                picture.save(name + "-" + theme.word() + "-" + size[0]);
                assertThat(picture.colours()).isGreaterThan(50);
            }
            return view;
        });
    }
}
