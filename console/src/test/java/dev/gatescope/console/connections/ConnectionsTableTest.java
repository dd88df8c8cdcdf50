package dev.gatescope.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Clients;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Toolkit;
import dev.gatescope.console.shell.Theme;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which row of the table is in sight. */
@Timeout(60)
class ConnectionsTableTest {
    private final ManualPulse pulse = new ManualPulse();
    private final ConnectionsModel model =
            new ConnectionsModel(
                    new FakeGateway(), new Feed(), pulse, new ManualClock(Samples.NOON));

    @Test
    void theChosenRowIsScrolledIntoViewWhenTheViewIsShown() throws Exception {
        Toolkit.call(() -> {
            var view = view();
            model.choose(model.shown().get(300).id());

            var scene = shown(view);

            assertThat(selectedRowIsInSight(scene)).isTrue();
            return scene;
        });
    }

    @Test
    void theChosenRowIsScrolledIntoViewWhenItIsChosenElsewhere() throws Exception {
        Toolkit.call(() -> {
            var scene = shown(view());
            model.choose(model.shown().get(300).id());
            scene.snapshot(null);
            assertThat(selectedRowIsInSight(scene)).isTrue();

            model.choose(model.shown().get(5).id());
            scene.snapshot(null);

            assertThat(selectedRowIsInSight(scene)).isTrue();
            return scene;
        });
    }

    @Test
    void aDemoClientIsCalledSo() {
        var demo = Samples.connection("conn_00000000000a", true, Samples.NOON);

        assertThat(Column.DEMO.titleInFull() + ": " + Column.DEMO.inFull(demo))
                .isEqualTo("Demo client: yes");
    }

    private Parent view() {
        model.onLink(Samples.live());
        model.onConnections(Clients.mix(420, Samples.NOON));
        pulse.beat();
        return (Parent)
                new ConnectionsView(model, new Label("timeline"), new Label("sequence"), id -> {})
                        .node();
    }

    private static Scene shown(Parent view) {
        var scene = new Scene(new StackPane(view), 1244, 800);
        Theme.dress(scene);
        scene.snapshot(null);
        return scene;
    }

    private static boolean selectedRowIsInSight(Scene scene) {
        var table = scene.lookup("#connections");
        var area = table.localToScene(table.getBoundsInLocal());
        return scene.getRoot().lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row && row.isSelected())
                .filter(javafx.scene.Node::isVisible)
                .anyMatch(row -> area.contains(row.localToScene(row.getBoundsInLocal())));
    }
}
