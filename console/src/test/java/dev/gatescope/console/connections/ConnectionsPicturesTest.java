package dev.gatescope.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Clients;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Picture;
import dev.gatescope.console.fixtures.Toolkit;
import dev.gatescope.console.shell.Theme;
import dev.gatescope.console.timeline.TimelineModel;
import dev.gatescope.console.timeline.TimelineView;

import javafx.scene.Parent;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws the connections, for people to look at, and checks that there is something to see. */
class ConnectionsPicturesTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private final ConnectionsModel model = new ConnectionsModel(gateway, new Feed(), pulse, clock);

    @ParameterizedTest
    @EnumSource(Theme.class)
    void tableAndDetail(Theme theme) throws Exception {
        traffic();

        Toolkit.call(() -> {
            var view = view();
            save(view, theme, "connections");
            model.choose(chosen(13));
            pulse.beat();
            save(view, theme, "connections-failed");
            model.choose(chosen(16));
            pulse.beat();
            save(view, theme, "connections-chosen");
            if (view.lookup(".detail-tabs") instanceof TabPane tabs) {
                tabs.getSelectionModel().select(1);
            }
            if (view.lookup("#close-connection") instanceof javafx.scene.control.Button b) {
                b.fire();
            }
            return save(view, theme, "connections-frames");
        });
    }

    @Test
    void refusedRequests() throws Exception {
        traffic();
        gateway.refusedRequests.addAll(Clients.refused(Samples.NOON));

        Toolkit.call(() -> {
            var view = view();
            Picture.of(view, Theme.LIGHT, 1000, 700);
            if (view.lookup("#show-refused") instanceof ToggleButton button) {
                button.fire();
            }
            Picture.of(view, Theme.LIGHT, 1000, 700); // in a scene it asks
            pulse.beat();
            return save(view, Theme.LIGHT, "connections-refused");
        });
    }

    @Test
    void nothingYet() throws Exception {
        Toolkit.call(() -> save(view(), Theme.DARK, "connections-idle"));
    }

    private Parent view() {
        var timeline = new TimelineView(new TimelineModel(model.chosen()), id -> {}).node();
        return (Parent) new ConnectionsView(model, timeline, new Pane(), id -> {}).node();
    }

    private void traffic() {
        var connections = Clients.mix(420, Samples.NOON);
        model.onLink(Samples.live());
        model.onConnections(connections);
        pulse.beat();
        connections.forEach(each -> gateway.connections.add(Clients.withDetail(each, 12)));
    }

    private static String chosen(int number) {
        return "conn_%012x".formatted(0xa000 + 400 - 400 % 17 + number);
    }

    private static Picture save(Parent view, Theme theme, String name) throws Exception {
        var small = Picture.of(view, theme, 1000, 700).save(name + "-" + theme.word() + "-1000");
        assertThat(small.colours()).isGreaterThan(50);
        return Picture.of(view, theme, 1440, 900).save(name + "-" + theme.word() + "-1440");
    }
}
