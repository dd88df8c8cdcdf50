package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.compare.CompareModel;
import dev.gatescope.console.compare.CompareView;
import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FxPulse;
import dev.gatescope.console.feed.Samples;

import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Runs real experiments in the window, as a person does. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class CompareRobotTest {
    private final LocalExperiments experiments = new LocalExperiments();
    private @Nullable FxPulse pulse;

    @Start
    void start(Stage stage) {
        var gateway = new FakeGateway();
        var feed = new Feed();
        gateway.observe(feed);
        var beats = new FxPulse();
        pulse = beats;
        var views =
                Views.of(
                        gateway,
                        feed,
                        beats,
                        Clock.systemUTC(),
                        "ws://127.0.0.1:8025/ws",
                        new CompareView(
                                new CompareModel(experiments, beats), new DesktopDocuments()));
        gateway.say(Samples.live());
        stage.setScene(views.shell().scene(1000, 700));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void giveBack() throws Exception {
        experiments.close();
        assertThat(experimentThreads()).isZero();
        if (pulse != null) {
            pulse.stop();
        }
    }

    @Test
    void aRealExperimentEndsWithItsVerdict(FxRobot robot) throws Exception {
        open(robot, "20");

        robot.clickOn("#compare-run");

        until(robot, "#compare-verdict-word");
        assertThat(robot.lookup("#compare-verdict-word .status-word").queryLabeled().getText())
                .isIn("pass", "inconclusive");
        assertThat(robot.lookup("#compare-figures").tryQuery()).isPresent();
        assertThat(robot.lookup("#compare-comparisons").tryQuery()).isPresent();
        assertThat(robot.lookup("#compare-run").query().isVisible()).isTrue();
    }

    @Test
    void whatIsStoppedGivesEverythingBack(FxRobot robot) throws Exception {
        open(robot, "5000");
        robot.clickOn("#compare-run");
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> text(robot, "#compare-state .status-word").contains(" of 10,000 scripts"));

        robot.clickOn("#compare-stop");

        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> text(robot, "#compare-state .status-word").startsWith("Stopped at "));
        assertThat(robot.lookup("#compare-verdict").tryQuery()).isEmpty();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> experimentThreads() == 0);
    }

    @Test
    void aWrongNumberIsSaidWhileItIsTyped(FxRobot robot) throws Exception {
        open(robot, "0");

        assertThat(text(robot, "#compare-problem")).contains("Clients takes a number from 1 to");
        assertThat(robot.lookup("#compare-run").query().isDisabled()).isTrue();
    }

    private static void open(FxRobot robot, String clients) {
        robot.clickOn("#go-compare").doubleClickOn("#compare-clients").write(clients);
    }

    private static void until(FxRobot robot, String there) throws Exception {
        WaitForAsyncUtils.waitFor(
                90, TimeUnit.SECONDS, () -> robot.lookup(there).tryQuery().isPresent());
        robot.interact(() -> {});
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Labeled.class).getText();
    }

    private static long experimentThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("experiment") && thread.isAlive())
                .count();
    }
}
