package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Lives;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.sequence.SaveDialog;
import dev.gatescope.console.sequence.SequenceModel;
import dev.gatescope.console.sequence.SequenceView;
import dev.gatescope.console.shell.Theme;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.StreamFrame;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Compares and saves as a person does, with mouse and keys. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class SequenceRobotTest {
    private static final ConnectionInfo FIXED =
            Lives.fixed("conn_00000000000a", Samples.NOON, 2).connection();
    private static final ConnectionInfo LEGACY =
            Lives.legacy("conn_00000000000b", Samples.NOON).connection();

    @TempDir private Path folder = Path.of("");
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final List<String> asked = new ArrayList<>();
    private boolean thinksBetter;

    @Start
    void start(Stage stage) {
        var feed = new Feed();
        gateway.observe(feed);
        gateway.connections.addAll(List.of(FIXED, LEGACY));
        var chosen = new SimpleObjectProperty<@Nullable ConnectionInfo>(FIXED);
        var model = new SequenceModel(gateway, feed, pulse, new ManualClock(Samples.NOON), chosen);
        gateway.say(new StreamFrame(1, null, List.of(), List.of(FIXED, LEGACY), 0));
        feed.drain();
        SaveDialog dialog =
                (name, kind, extension) -> {
                    asked.add(name + ", " + kind + ", " + extension);
                    return thinksBetter ? Optional.empty() : Optional.of(folder.resolve(name));
                };
        Theme.LIGHT.apply();
        var scene = new Scene((Parent) new SequenceView(model, dialog).node(), 900, 700);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void comparesWithAnotherOfTheListAndGoesBack(FxRobot robot) {
        int alone = lines(robot);
        robot.clickOn("#sequence-compare").type(KeyCode.DOWN).type(KeyCode.ENTER);
        robot.interact(pulse::beat);
        assertThat(robot.lookup(".parting-words").queryLabeled().getText())
                .startsWith("They part here: conn_00000000000a has “accept with jwt-auth”");
        assertThat(robot.lookup("conn_00000000000b").tryQuery()).isPresent();

        robot.clickOn("#sequence-alone");

        assertThat(lines(robot)).isEqualTo(alone);
        assertThat(robot.lookup("#sequence-alone").query().isVisible()).isFalse();
    }

    @Test
    void savesWhereAPersonSays(FxRobot robot) throws Exception {
        robot.clickOn("#sequence-save-svg");
        untilSaved(robot, "Saved as conn_00000000000a.svg.");
        robot.clickOn("#sequence-save-mmd");
        untilSaved(robot, "Saved as conn_00000000000a.mmd.");

        assertThat(asked)
                .containsExactly(
                        "conn_00000000000a.svg, SVG picture, svg",
                        "conn_00000000000a.mmd, Mermaid text, mmd");
        assertThat(Files.readString(folder.resolve("conn_00000000000a.svg"))).contains("accept");
        assertThat(Files.readString(folder.resolve("conn_00000000000a.mmd")))
                .startsWith("sequenceDiagram");
    }

    @Test
    void savesNothingWhereAPersonThinksBetterOfIt(FxRobot robot) throws Exception {
        thinksBetter = true;
        robot.clickOn("#sequence-save-svg");
        robot.interact(pulse::beat);

        assertThat(asked).hasSize(1);
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private void untilSaved(FxRobot robot, String words) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> {
                    robot.interact(pulse::beat);
                    return robot.lookup("#sequence-saved").queryLabeled().getText().equals(words);
                });
    }

    private static int lines(FxRobot robot) {
        robot.interact(() -> {});
        return robot.lookup("#sequence").queryAs(ListView.class).getItems().size();
    }
}
