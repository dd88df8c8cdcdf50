package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Clients;
import dev.gatescope.console.fixtures.FaultKinds;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Traffic;
import dev.gatescope.console.fixtures.Troubles;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.admin.StreamFrame;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Goes through the views with the Tab key alone. */
@ExtendWith(ApplicationExtension.class)
class TabOrderTest {
    private static final int MORE_THAN_ALL = 60;
    private static final int RING = 4;

    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private @Nullable Views views;
    private @Nullable Stage window;

    @Start
    void start(Stage stage) {
        var feed = new Feed();
        gateway.observe(feed);
        gateway.faults.kinds.addAll(FaultKinds.all());
        var clients = Clients.mix(40, Samples.NOON);
        clients.forEach(each -> gateway.connections.add(Clients.withDetail(each, 4)));
        var views =
                Views.of(
                        gateway,
                        feed,
                        pulse,
                        new ManualClock(Samples.NOON).withZone(ZoneOffset.UTC),
                        "ws://127.0.0.1:8025/ws");
        gateway.diagnosis.problems.add(Troubles.problems().getFirst());
        gateway.diagnosis.leaks.addAll(Troubles.leaks());
        gateway.diagnosis.whys.put("evt_0000000000000002", Troubles.why());
        gateway.say(Samples.live());
        var events =
                List.of(
                        Samples.event(1, "connection.opened", Severity.INFO, null),
                        Samples.event(2, "message.failed", Severity.ERROR, clients.get(1).id()));
        gateway.say(new StreamFrame(1, Traffic.at(Samples.NOON), events, clients, 0));
        pulse.beat();
        var scene = views.shell().scene(1000, 700);
        views.sections()
                .forEach(section -> {
                    views.shell().show(section);
                    pulse.beat(); // leaks are asked for while somebody looks
                    section.pose();
                });
        pulse.beat();
        this.views = views;
        window = stage;
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void allOfTheOverviewIsReachedInReadingOrder(FxRobot robot) {
        assertThat(namesIn(robot, 0))
                .startsWith(
                        "stop-all-faults",
                        "go-overview",
                        "go-connections",
                        "go-events",
                        "go-faults",
                        "go-leaks",
                        "go-why",
                        "time-chart")
                .endsWith(
                        "all-errors",
                        "problem-why",
                        "problem-ticket",
                        "flow",
                        "run-demo",
                        "count-demo",
                        "count-injected",
                        "set-mark",
                        "switch-theme");
    }

    @Test
    void allOfTheConnectionsIsReachedInReadingOrder(FxRobot robot) {
        assertThat(namesIn(robot, 1))
                .containsExactly(
                        "stop-all-faults",
                        "go-overview",
                        "go-connections",
                        "go-events",
                        "go-faults",
                        "go-leaks",
                        "go-why",
                        "show-connections",
                        "connections-filter",
                        "columns",
                        "connections",
                        "facts",
                        "close-connection",
                        "detail-tabs",
                        "timeline",
                        "enlarge",
                        "flow",
                        "run-demo",
                        "count-demo",
                        "count-injected",
                        "set-mark",
                        "switch-theme");
    }

    @Test
    void allOfTheEventsIsReachedInReadingOrder(FxRobot robot) {
        assertThat(namesIn(robot, 2))
                .containsSubsequence(
                        "events-pause",
                        "events-text",
                        "events-type",
                        "events-severity",
                        "events-table",
                        "event-why",
                        "copy",
                        "hyperlink",
                        "run-demo");
    }

    @Test
    void allOfTheLeaksIsReachedInReadingOrder(FxRobot robot) {
        assertThat(namesIn(robot, 4))
                .containsSubsequence(
                        "leaks-leaked", // the arrow keys lead to the others
                        "leaks",
                        "leak-why",
                        "leak-close",
                        "leak-connection",
                        "leak-stack",
                        "reclaim",
                        "flow");
    }

    @Test
    void allOfAWhyIsReachedInReadingOrder(FxRobot robot) {
        robot.interact(() -> {
            Objects.requireNonNull(views).shell().show(views.sections().get(2));
            ((Button) Objects.requireNonNull(window).getScene().lookup("#event-why")).fire();
            pulse.beat();
        });

        assertThat(namesIn(robot, 5))
                .containsSubsequence(
                        "why-back",
                        "why-copy-text",
                        "why-copy-markdown",
                        "why-copy-mermaid",
                        "why-chain",
                        "hyperlink",
                        "copy",
                        "flow");
    }

    @Test
    void allOfTheFaultLabIsReachedInReadingOrder(FxRobot robot) {
        assertThat(namesIn(robot, 3))
                .containsExactly(
                        "stop-all-faults",
                        "go-overview",
                        "go-connections",
                        "go-events",
                        "go-faults",
                        "go-leaks",
                        "go-why",
                        "preset-1",
                        "preset-2",
                        "preset-3",
                        "fault-search",
                        "fault-kinds",
                        "fault-parameter-delay",
                        "fault-percent",
                        "fault-seed",
                        "fault-type",
                        "fault-user",
                        "fault-connection",
                        "fault-duration",
                        "fault-leased",
                        "fault-lease",
                        "fault-stop-figure",
                        "fault-reason",
                        "fault-inject",
                        "stop-fault",
                        "ended-faults",
                        "flow",
                        "run-demo",
                        "count-demo",
                        "count-injected",
                        "set-mark",
                        "switch-theme");
    }

    /** Presses Tab until it is where it began; each that gets the focus must look different. */
    private List<String> namesIn(FxRobot robot, int section) {
        var scene = Objects.requireNonNull(window).getScene();
        robot.interact(() -> {
            Objects.requireNonNull(views).shell().show(views.sections().get(section));
            scene.lookup("#switch-theme").requestFocus();
        });
        robot.interact(pulse::beat);
        var names = new ArrayList<String>();
        var unseen = new ArrayList<String>();
        for (int i = 0; i < MORE_THAN_ALL; i++) {
            robot.push(KeyCode.TAB);
            robot.interact(() -> {
                var owner = scene.getFocusOwner();
                names.add(name(owner));
                if (!looksFocused(owner)) {
                    unseen.add(names.getLast());
                }
            });
            if (names.getLast().equals("switch-theme")) {
                assertThat(unseen).as("have the focus and do not look so").isEmpty();
                return names;
            }
        }
        throw new AssertionError("Tab never came back: " + names);
    }

    private static boolean looksFocused(Node owner) {
        var focused = pixels(owner);
        var others = owner.getScene().getRoot();
        others.requestFocus();
        boolean differs = !Arrays.equals(pixels(owner), focused);
        owner.requestFocus();
        return differs;
    }

    private static int[] pixels(Node node) {
        var scene = node.getScene();
        var bounds = node.localToScene(node.getLayoutBounds());
        int left = (int) Math.max(0, bounds.getMinX() - RING);
        int top = (int) Math.max(0, bounds.getMinY() - RING);
        int width = (int) Math.min(scene.getWidth() - left, bounds.getWidth() + 2 * RING);
        int height = (int) Math.min(scene.getHeight() - top, bounds.getHeight() + 2 * RING);
        var pixels = new int[width * height];
        scene.snapshot(null)
                .getPixelReader()
                .getPixels(
                        left,
                        top,
                        width,
                        height,
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        width);
        return pixels;
    }

    /** Its id, or what it is. */
    private static String name(Node node) {
        if (node.getId() != null) {
            return node.getId();
        }
        for (var known :
                List.of(
                        "copy",
                        "hyperlink",
                        "time-chart",
                        "facts",
                        "detail-tabs",
                        "problem-why",
                        "problem-ticket",
                        "stop-fault")) {
            if (node.getStyleClass().contains(known)) {
                return known;
            }
        }
        return node.toString();
    }
}
