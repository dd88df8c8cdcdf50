package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Lives;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Picture;
import dev.gatescope.console.fixtures.Toolkit;
import dev.gatescope.console.fixtures.Traffic;
import dev.gatescope.console.shell.Theme;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.StreamFrame;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;

/** Draws the sequence of a connection within the window, for people to look at. */
@Timeout(120)
class SequencePicturesTest {
    private static final ConnectionInfo FIXED =
            Lives.fixed("conn_00000000000a", Samples.NOON, 13)
                    .closed(1000, "client", "")
                    .connection();
    private static final ConnectionInfo LEGACY =
            Lives.legacy("conn_00000000000b", Samples.NOON)
                    .closed(1000, "gateway", "too many errors")
                    .connection();

    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();

    @ParameterizedTest
    @EnumSource
    void oneAndTwoConnections(Theme theme) throws Exception {
        Toolkit.call(() -> {
            var scene = connections(theme);
            choose(scene, FIXED.id());
            save(scene, theme, "fixed");
            lookup(scene, "#enlarge", Button.class).fire();
            save(scene, theme, "enlarged");
            lookup(scene, "#enlarge", Button.class).fire();
            choose(scene, LEGACY.id());
            lookup(scene, "#enlarge", Button.class).fire();
            save(scene, theme, "legacy");
            ComboBox<?> others = lookup(scene, "#sequence-compare", ComboBox.class);
            others.getOnShowing().handle(null);
            others.getSelectionModel().selectFirst();
            pulse.beat();
            return save(scene, theme, "compared");
        });
    }

    private Scene connections(Theme theme) {
        var feed = new Feed();
        gateway.observe(feed);
        gateway.connections.addAll(List.of(FIXED, LEGACY));
        var views =
                Views.of(
                        gateway,
                        feed,
                        pulse,
                        new ManualClock(Samples.NOON).withZone(ZoneOffset.UTC),
                        "ws://127.0.0.1:8025/ws");
        var scene = views.shell().scene(1440, 900);
        views.shell().themeProperty().set(theme);
        gateway.say(Samples.live());
        gateway.say(
                new StreamFrame(
                        1,
                        Traffic.at(Samples.NOON),
                        List.of(),
                        List.of(FIXED.withTimeline(List.of()), LEGACY),
                        0));
        pulse.beat();
        views.shell().show(views.sections().get(1));
        scene.snapshot(null);
        return scene;
    }

    private void choose(Scene scene, String id) {
        TableView<?> table = lookup(scene, "#connections", TableView.class);
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i).toString().startsWith(id)) {
                table.getSelectionModel().clearAndSelect(i);
            }
        }
        pulse.beat();
        scene.snapshot(null);
        lookup(scene, ".detail-tabs", TabPane.class).getSelectionModel().select(1);
        pulse.beat();
    }

    private static <T> T lookup(Scene scene, String what, Class<T> type) {
        return type.cast(scene.lookup(what));
    }

    private static Picture save(Scene scene, Theme theme, String state) throws IOException {
        Picture.of(scene, 1000, 700).save(name(state, theme, 1000));
        var picture = Picture.of(scene, 1440, 900).save(name(state, theme, 1440));
        assertThat(picture.colours()).isGreaterThan(50);
        return picture;
    }

    private static String name(String state, Theme theme, int width) {
        return "sequence-%s-%s-%d".formatted(state, theme.word(), width);
    }
}
