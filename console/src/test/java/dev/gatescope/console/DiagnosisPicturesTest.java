package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Picture;
import dev.gatescope.console.fixtures.Toolkit;
import dev.gatescope.console.fixtures.Traffic;
import dev.gatescope.console.fixtures.Troubles;
import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.Theme;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.admin.Why;

import javafx.scene.Scene;
import javafx.scene.control.Button;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;

/** Draws problems, leaks and whys within the window, for people to look at. */
@Timeout(120)
class DiagnosisPicturesTest {
    private static final String ERROR = "evt_0000000000000005";

    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();

    @ParameterizedTest
    @EnumSource
    void aGatewayInTrouble(Theme theme) throws Exception {
        gateway.diagnosis.problems.addAll(Troubles.problems());
        gateway.diagnosis.leaks.addAll(Troubles.leaks());
        Toolkit.call(() -> {
            var window = new Window(theme, Troubles.why());
            window.show("overview");
            window.save("problems");
            window.show("leaks");
            window.section("leaks").pose();
            window.save("leaks");
            window.press("#reclaim");
            window.save("reclaim");
            window.show("events");
            window.section("events").pose();
            window.save("event");
            window.press("#event-why");
            pulse.beat();
            return window.save("why");
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfRoot(Theme theme) throws Exception {
        Toolkit.call(() -> {
            var window = new Window(theme, Troubles.everyRoot());
            window.askWhy();
            return window.save("roots");
        });
    }

    @Test
    void whereTheRecordEnds() throws Exception {
        Toolkit.call(() -> {
            var window = new Window(Theme.LIGHT, Troubles.cut());
            window.askWhy();
            return window.save("cut");
        });
    }

    @Test
    void nothingToShow() throws Exception {
        Toolkit.call(() -> {
            var window = new Window(Theme.LIGHT, Troubles.cut());
            window.show("leaks");
            window.save("no-leaks");
            window.show("why");
            return window.save("no-why");
        });
    }

    private final class Window {
        private final Views views;
        private final Scene scene;
        private final Theme theme;

        Window(Theme theme, Why why) {
            this.theme = theme;
            var feed = new Feed();
            gateway.observe(feed);
            gateway.diagnosis.whys.put(ERROR, why);
            gateway.history.addAll(Traffic.history(Samples.NOON, 600));
            views =
                    Views.of(
                            gateway,
                            feed,
                            pulse,
                            new ManualClock(Samples.NOON).withZone(ZoneOffset.UTC),
                            "ws://127.0.0.1:8025/ws");
            scene = views.shell().scene(1440, 900);
            views.shell().themeProperty().set(theme);
            gateway.say(Samples.live());
            var error = Samples.event(5, "message.failed", Severity.ERROR, Troubles.CONNECTION);
            gateway.say(Samples.frame(1, Traffic.at(Samples.NOON), List.of(error)));
            pulse.beat();
        }

        void show(String id) {
            views.shell().show(section(id));
            scene.snapshot(null);
            pulse.beat();
            scene.snapshot(null);
        }

        void askWhy() {
            show("events");
            section("events").pose();
            press("#event-why");
            pulse.beat();
        }

        Section section(String id) {
            return views.sections().stream()
                    .filter(section -> section.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        void press(String button) {
            ((Button) scene.lookup(button)).fire();
        }

        Picture save(String state) throws IOException {
            pulse.beat();
            Picture.of(scene, 1000, 700).save(name(state, 1000));
            var picture = Picture.of(scene, 1440, 900).save(name(state, 1440));
            assertThat(picture.colours()).isGreaterThan(50);
            return picture;
        }

        private String name(String state, int width) {
            return "diagnosis-%s-%s-%d".formatted(state, theme.word(), width);
        }
    }
}
