package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Traffic;
import dev.gatescope.console.shell.Theme;
import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.admin.StreamFrame;

import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** Uses the whole window as a person does, with mouse and keys. */
@ExtendWith(ApplicationExtension.class)
class WindowRobotTest {
    private static final String CONNECTION = "conn_00000000000a";

    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private @Nullable Views views;
    private long seq;

    @Start
    void start(Stage stage) {
        var feed = new Feed();
        gateway.observe(feed);
        gateway.demoRuns = true;
        gateway.connections.add(Samples.connection(CONNECTION, false, Samples.NOON));
        views =
                Views.of(
                        gateway,
                        feed,
                        pulse,
                        new ManualClock(Samples.NOON).withZone(ZoneOffset.UTC),
                        "ws://127.0.0.1:8025/ws");
        gateway.say(Samples.live());
        come(1, 40);
        stage.setScene(views.shell().scene(1000, 700));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void theKeysLeadEverywhere(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(selected()).isEqualTo("events");
        robot.push(KeyCode.CONTROL, KeyCode.F).write("number 40");
        assertThat(eventsShown(robot)).isEqualTo(1);
        robot.push(KeyCode.ESCAPE);
        assertThat(eventsShown(robot)).isEqualTo(40);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        assertThat(shown().shell().themeProperty().get()).isEqualTo(Theme.DARK);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5); // there is no comparison in this window
        assertThat(selected()).isEqualTo("leaks");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        assertThat(selected()).isEqualTo("why");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(selected()).isEqualTo("overview");
    }

    @Test
    void pausedEventsWaitAndAreCounted(FxRobot robot) {
        robot.clickOn("#go-events").clickOn("#events-pause");
        robot.interact(() -> come(41, 65));
        assertThat(eventsShown(robot)).isEqualTo(40);
        assertThat(robot.lookup("#events-waiting").queryAs(Labeled.class).getText())
                .isEqualTo("25 new");

        robot.clickOn("#events-pause");

        assertThat(eventsShown(robot)).isEqualTo(65);
    }

    @Test
    void anEventThatIsChosenShowsItsFieldsUntilEscape(FxRobot robot) {
        robot.clickOn("#go-events").clickOn("Event number 40 happened.");
        assertThat(robot.lookup("#event-detail").query().isVisible()).isTrue();

        robot.push(KeyCode.ESCAPE);

        assertThat(robot.lookup("#event-detail").query().isVisible()).isFalse();
    }

    @Test
    void aFilterDoesNotChooseAnotherEvent(FxRobot robot) {
        robot.clickOn("#go-events").clickOn("Event number 38 happened.");
        robot.push(KeyCode.CONTROL, KeyCode.F).write("opened");

        robot.interact(() -> come(41, 43));

        TableView<?> table = robot.lookup("#events-table").queryAs(TableView.class);
        assertThat(table.getSelectionModel().getSelectedItem())
                .isInstanceOfSatisfying(
                        Event.class, event -> assertThat(event.message()).contains("number 38"));
    }

    @Test
    void demoTrafficIsSwitchedOffAndLeftOut(FxRobot robot) {
        robot.clickOn("#run-demo").clickOn("#count-demo");

        assertThat(gateway.asked).contains("run demo false", "include demo false");
    }

    @Test
    void aMarkIsSetByKeysAlone(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.M).write("deploy 42").push(KeyCode.ENTER);

        assertThat(gateway.asked).contains("mark deploy 42");
    }

    @Test
    void openingTheWindowAsksForNoFlow(FxRobot robot) {
        robot.interact(() -> runs("legacy+handlers"));

        assertThat(gateway.asked).noneMatch(asked -> asked.startsWith("flow"));
        assertThat(robot.lookup("#flow").queryLabeled().getText()).isEqualTo("legacy +1");
    }

    @Test
    void theFlowIsChangedByPressesAndShownAsTheGatewaySaysIt(FxRobot robot) {
        robot.clickOn("#flow").clickOn("#flow-legacy");
        assertThat(gateway.asked).endsWith("flow legacy");
        assertThat(robot.lookup("#flow").queryLabeled().getText()).isEqualTo("fixed");

        robot.interact(() -> runs("legacy"));
        assertThat(robot.lookup("#flow").queryLabeled().getText()).isEqualTo("legacy");

        robot.clickOn("#flow-sessions");
        assertThat(gateway.asked).endsWith("flow legacy+sessions");
        robot.interact(() -> runs("legacy+sessions"));
        robot.clickOn("#flow-accept-order");

        assertThat(gateway.asked).endsWith("flow legacy+accept-order+sessions");
        assertThat(robot.lookup("#flow").queryLabeled().getText()).isEqualTo("legacy +1");
    }

    @Test
    void aLostGatewayIsShownAndComesBack(FxRobot robot) {
        robot.interact(() -> {
            gateway.say(Samples.lost("Nothing answers at http://127.0.0.1:8026."));
            pulse.beat();
        });
        assertThat(robot.lookup("#trouble").queryLabeled().getText())
                .isEqualTo("Nothing answers at http://127.0.0.1:8026. Trying again by itself.");
        assertThat(robot.lookup("Lost since 12:00:00").tryQuery()).isPresent();

        robot.interact(() -> {
            gateway.say(Samples.live());
            pulse.beat();
        });

        assertThat(robot.lookup("Live").tryQuery()).isPresent();
    }

    private void runs(String flow) {
        gateway.say(Samples.frame(++seq, Samples.running(flow), List.of()));
        pulse.beat();
    }

    private Views shown() {
        if (views == null) {
            throw new IllegalStateException("The window is not open.");
        }
        return views;
    }

    private String selected() {
        return shown().shell().selectedProperty().get().id();
    }

    private static int eventsShown(FxRobot robot) {
        robot.interact(() -> {});
        return robot.lookup("#events-table").queryAs(TableView.class).getItems().size();
    }

    private void come(int first, int last) {
        List<Event> events =
                IntStream.rangeClosed(first, last)
                        .mapToObj(number ->
                                number == 39
                                        ? Samples.event(
                                                number,
                                                "message.failed",
                                                Severity.ERROR,
                                                CONNECTION)
                                        : Samples.event(
                                                number, "connection.opened", Severity.INFO, null))
                        .toList();
        gateway.say(new StreamFrame(++seq, Traffic.at(Samples.NOON), events, List.of(), 0));
        pulse.beat();
    }
}
