package dev.gatescope.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Clients;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.shell.Theme;
import dev.gatescope.console.timeline.TimelineModel;
import dev.gatescope.console.timeline.TimelineView;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.Duration;
import java.util.List;

/** Uses the connections as a person does, with mouse and keys. */
@ExtendWith(ApplicationExtension.class)
class ConnectionsRobotTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final ConnectionsModel model = new ConnectionsModel(gateway, new Feed(), pulse, clock);

    @Start
    void start(Stage stage) {
        var connections = Clients.mix(60, Samples.NOON);
        connections.forEach(each -> gateway.connections.add(Clients.withDetail(each, 3)));
        model.onLink(Samples.live());
        model.onConnections(connections);
        pulse.beat();
        Theme.LIGHT.apply();
        var timeline = new TimelineView(new TimelineModel(model.chosen()), id -> {}).node();
        var scene =
                new Scene(
                        (Parent) new ConnectionsView(model, timeline, new Pane(), id -> {}).node(),
                        1000,
                        900);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void filtersChoosesCopiesAndCloses(FxRobot robot) {
        robot.clickOn("#connections-filter").write("user:alice state:ready");
        TableView<?> table = robot.lookup("#connections").queryAs(TableView.class);
        assertThat(table.getItems()).isNotEmpty().hasSizeLessThan(20);

        robot.clickOn("alice");
        String id = chosenId(robot);
        robot.interact(pulse::beat);
        ListView<?> timeline = robot.lookup("#timeline").queryAs(ListView.class);
        assertThat(timeline.getItems()).hasSize(11);

        robot.push(KeyCode.CONTROL, KeyCode.C);
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(id));

        robot.clickOn("#close-connection").clickOn("#close-now");
        assertThat(robot.lookup("#close-problem").queryAs(Label.class).getText())
                .contains("Give a reason");
        robot.clickOn("#close-reason").write("enough").clickOn("#close-now");
        assertThat(gateway.asked).contains("close " + id + " 1000 enough");
    }

    @Test
    void theChosenRowStaysChosenWhileOthersCome(FxRobot robot) {
        robot.clickOn("bob");
        String id = chosenId(robot);

        robot.interact(() -> {
            for (int i = 100; i < 140; i++) {
                model.onConnections(List.of(Clients.open(i, Samples.NOON)));
            }
            clock.advance(Duration.ofSeconds(1));
            pulse.beat();
        });

        TableView<?> table = robot.lookup("#connections").queryAs(TableView.class);
        assertThat(table.getItems()).hasSize(100);
        assertThat(table.getSelectionModel().getSelectedItem())
                .isInstanceOfSatisfying(
                        ConnectionRow.class, row -> assertThat(row.id()).isEqualTo(id));
        assertThat(model.detail().chosenId()).isEqualTo(id);
    }

    private String chosenId(FxRobot robot) {
        robot.interact(() -> {});
        String id = model.detail().chosenId();
        assertThat(id).isNotNull();
        return id == null ? "" : id;
    }
}
