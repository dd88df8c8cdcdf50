package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Clients;
import dev.gatescope.console.fixtures.FaultKinds;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Picture;
import dev.gatescope.console.fixtures.Toolkit;
import dev.gatescope.console.fixtures.Traffic;
import dev.gatescope.console.shell.Section;
import dev.gatescope.console.shell.Theme;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultScope;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.admin.StreamFrame;

import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Draws the whole window in each state, for people to look at. */
@Timeout(120)
class WindowPicturesTest {
    private static final int[][] SIZES = {{1440, 900}, {1000, 700}};

    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final Feed feed = new Feed();
    private long seq;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void traffic(Theme theme) throws Exception {
        inWindow((views, scene) -> {
            liveFor(90);
            save("traffic", views, scene, theme);
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void somethingChosen(Theme theme) throws Exception {
        inWindow((views, scene) -> {
            liveFor(20);
            views.sections().forEach(Section::pose);
            pulse.beat();
            save("chosen", views, scene, theme);
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theGatewayIsLost(Theme theme) throws Exception {
        inWindow((views, scene) -> {
            liveFor(90);
            gateway.say(Samples.lost("Nothing answers at http://127.0.0.1:8026."));
            clock.advance(Duration.ofSeconds(75));
            pulse.beat();
            save("lost", views, scene, theme);
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void faultsActAndAreMarkedOnTheCharts(Theme theme) throws Exception {
        gateway.faults.kinds.addAll(FaultKinds.all());
        inWindow((views, scene) -> {
            liveFor(60);
            inject("tcp-reset");
            liveFor(40);
            gateway.faults.end(FaultInfo.EXPIRED, "its time was over");
            say("fault.ended", "tcp-reset");
            inject("handler-slow");
            gateway.faults.hit("fault_000000000002", 1_412, 87);
            liveFor(10);
            views.sections().get(3).pose();
            save("fault", views, scene, theme);
        });
    }

    @Test
    void allFaultsWereStopped() throws Exception {
        gateway.faults.kinds.addAll(FaultKinds.all());
        inWindow((views, scene) -> {
            liveFor(5);
            views.shell().stopAllFaults();
            liveFor(5);
            save("blocked", views, scene, Theme.LIGHT);
        });
    }

    @Test
    void theGatewayHasNotComeYet() throws Exception {
        inWindow((views, scene) -> {
            gateway.say(
                    new Link(
                            Link.State.CONNECTING,
                            null,
                            null,
                            "Nothing answers at http://127.0.0.1:8026. Is the gateway running"
                                    + " there?"));
            pulse.beat();
            save("connecting", views, scene, Theme.LIGHT);
        });
    }

    @Test
    void nobodyHasConnectedAndAComponentFailed() throws Exception {
        inWindow((views, scene) -> {
            gateway.say(Samples.live());
            gateway.say(Samples.frame(1, Traffic.idle(clock.instant()), List.of()));
            pulse.beat();
            save("idle", views, scene, Theme.LIGHT);
        });
    }

    @Test
    void filtersThatFindNothing() throws Exception {
        inWindow((views, scene) -> {
            liveFor(20);
            for (var section : views.sections()) {
                views.shell().show(section);
                scene.snapshot(null);
                for (var box : List.of("#connections-filter", "#events-text")) {
                    if (scene.lookup(box) instanceof TextField field) {
                        field.setText("nobody of that name");
                    }
                }
            }
            save("no-hit", views, scene, Theme.LIGHT);
        });
    }

    @Test
    void eventsPausedFramesAndRefusedRequests() throws Exception {
        inWindow((views, scene) -> {
            liveFor(20);
            gateway.refusedRequests.addAll(Clients.refused(clock.instant()));
            views.shell().show(views.sections().get(2));
            scene.snapshot(null);
            press(scene, "#events-pause");
            liveFor(30);
            views.sections().get(1).pose();
            views.shell().show(views.sections().get(1));
            scene.snapshot(null);
            if (scene.lookup(".detail-tabs") instanceof TabPane tabs) {
                tabs.getSelectionModel().select(1);
            }
            pulse.beat();
            scene.snapshot(null);
            if (scene.lookup("#frames") instanceof ListView<?> frames) {
                frames.getSelectionModel().select(1);
            }
            save("paused", views, scene, Theme.DARK);
            views.shell().show(views.sections().get(1));
            press(scene, "#show-refused");
            pulse.beat();
            Picture.of(scene).save("window-refused-1000");
        });
    }

    @Test
    void aStrictEnvironmentKeepsNoFrames() throws Exception {
        inWindow((views, scene) -> {
            liveFor(5);
            gateway.say(new Link(Link.State.LIVE, Samples.serverIn("staging"), Samples.NOON, null));
            pulse.beat();
            views.sections().get(1).pose();
            views.shell().show(views.sections().get(1));
            scene.snapshot(null);
            if (scene.lookup(".detail-tabs") instanceof TabPane tabs) {
                tabs.getSelectionModel().select(1);
            }
            save("strict", views, scene, Theme.DARK);
        });
    }

    private static void press(Scene scene, String button) {
        if (scene.lookup(button) instanceof ToggleButton toggle) {
            toggle.fire();
        }
    }

    private void liveFor(int seconds) {
        var connections = Clients.mix(420, clock.instant());
        if (seq == 0) {
            gateway.history.addAll(Traffic.history(clock.instant(), 600));
            connections.forEach(each -> gateway.connections.add(Clients.withDetail(each, 12)));
            gateway.say(Samples.live());
        }
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            seq++;
            gateway.say(
                    new StreamFrame(
                            seq,
                            Traffic.at(clock.instant()),
                            events(),
                            seq == 1 ? connections : List.of(),
                            0));
            pulse.beat();
        }
    }

    private void inject(String kind) {
        gateway.faults.now = clock.instant();
        gateway.faults.act(
                new FaultRequest(
                        kind,
                        Map.of("delay_ms", 500),
                        new FaultScope(20.0, null, null, null),
                        "PT1M",
                        null,
                        null,
                        null,
                        "What do clients make of it?"));
        say("fault.started", kind);
    }

    private void say(String type, String kind) {
        var event =
                new Event(
                        "evt_%016x".formatted(1_000 + seq),
                        clock.instant(),
                        type,
                        Severity.WARNING,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "Something about a fault.",
                        Map.of("kind", kind));
        gateway.say(new StreamFrame(++seq, null, List.of(event), List.of(), 0));
    }

    private List<Event> events() {
        var connection = Clients.mix(14, clock.instant()).get((int) (seq % 14));
        var timeline = Clients.withDetail(connection, 3).timeline();
        return timeline == null ? List.of() : timeline;
    }

    private interface Scenario {
        void play(Views views, Scene scene) throws IOException;
    }

    private void inWindow(Scenario scenario) throws Exception {
        Toolkit.call(() -> {
            gateway.observe(feed);
            var views =
                    Views.of(
                            gateway,
                            feed,
                            pulse,
                            clock.withZone(ZoneId.systemDefault()),
                            "ws://127.0.0.1:8025/ws");
            scenario.play(views, views.shell().scene(1440, 900));
            return views;
        });
    }

    private static void save(String state, Views views, Scene window, Theme theme)
            throws IOException {
        views.shell().themeProperty().set(theme);
        for (int[] size : SIZES) {
            for (var section : views.sections()) {
                views.shell().show(section);
                var picture = Picture.of(window, size[0], size[1]);
                picture.save(
                        "window-%s-%s-%s-%d".formatted(state, section.id(), theme.word(), size[0]));
                assertThat(picture.colours()).isGreaterThan(50);
            }
        }
    }
}
