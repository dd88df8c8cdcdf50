package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Toolkit;
import dev.gatescope.console.shell.Section;
import dev.gatescope.shared.admin.StreamFrame;

import javafx.scene.Scene;
import javafx.scene.control.Label;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.util.List;

/** What the window offers to a token that may only look. */
@Timeout(60)
class ViewerTest {
    private static final List<String> COMMANDS =
            List.of("#flow", "#set-mark", "#run-demo", "#close-connection");

    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();

    @Test
    void aViewersCommandsAreDisabledAndItIsSaidWhy() throws Exception {
        Toolkit.call(() -> {
            var scene = connectionsOver(Samples.liveForViewer());

            assertThat(COMMANDS).allMatch(id -> scene.lookup(id).isDisabled());
            assertThat(scene.lookup("#count-demo").isDisabled()).isFalse();
            assertThat(scene.lookup("#viewer").isVisible()).isTrue();
            assertThat(scene.lookup("#close-forbidden"))
                    .isInstanceOfSatisfying(
                            Label.class,
                            hint -> assertThat(hint.getText()).contains("role is viewer"));
            return scene;
        });
    }

    @Test
    void anOperatorsCommandsAreNot() throws Exception {
        Toolkit.call(() -> {
            var scene = connectionsOver(Samples.live());

            assertThat(COMMANDS).noneMatch(id -> scene.lookup(id).isDisabled());
            assertThat(scene.lookup("#viewer").isVisible()).isFalse();
            return scene;
        });
    }

    private Scene connectionsOver(Link link) {
        var feed = new Feed();
        gateway.observe(feed);
        var connection = Samples.connection("conn_00000000000a", false, Samples.NOON);
        gateway.connections.add(connection);
        var views = Views.of(gateway, feed, pulse, Clock.systemUTC(), "ws://127.0.0.1:8025/ws");
        var scene = views.shell().scene(1440, 900);
        gateway.say(link);
        gateway.say(
                new StreamFrame(
                        1, Samples.snapshot(Samples.NOON, 1), List.of(), List.of(connection), 0));
        pulse.beat();
        views.sections().forEach(Section::pose);
        views.shell().show(views.sections().get(1));
        pulse.beat();
        scene.snapshot(null);
        return scene;
    }
}
