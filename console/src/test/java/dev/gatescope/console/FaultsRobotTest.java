package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.FaultKinds;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Traffic;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultScope;
import dev.gatescope.shared.admin.StreamFrame;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Breaks a gateway on purpose as a person does, with mouse and keys. */
@ExtendWith(ApplicationExtension.class)
class FaultsRobotTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();

    @Start
    void start(Stage stage) {
        var feed = new Feed();
        gateway.observe(feed);
        gateway.faults.kinds.addAll(FaultKinds.all());
        var shown =
                Views.of(
                        gateway,
                        feed,
                        pulse,
                        clock.withZone(ZoneOffset.UTC),
                        "ws://127.0.0.1:8025/ws");
        gateway.say(Samples.live());
        gateway.say(new StreamFrame(1, Traffic.at(Samples.NOON), List.of(), List.of(), 0));
        pulse.beat();
        pulse.beat();
        stage.setScene(shown.shell().scene(1000, 700));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void aFaultIsSearchedChosenTypedAndInjected(FxRobot robot) {
        open(robot);
        robot.push(KeyCode.CONTROL, KeyCode.F).write("sleeps");
        assertThat(lines(robot, "#fault-kinds")).isEqualTo(1);

        robot.clickOn("Handler slow");
        type(robot, "#fault-parameter-delay_ms", "750");
        type(robot, "#fault-percent", "20");
        reach(robot, "#fault-reason");
        robot.clickOn("#fault-reason").write("drill");
        reach(robot, "#fault-inject");
        robot.clickOn("#fault-inject");
        robot.interact(pulse::beat);

        assertThat(gateway.faults.requests)
                .containsExactly(
                        new FaultRequest(
                                "handler-slow",
                                Map.of("delay_ms", 750L),
                                new FaultScope(20.0, null, null, null),
                                "PT1M",
                                "PT10S",
                                null,
                                null,
                                "drill"));
        assertThat(words(robot, "#fault-notice"))
                .isEqualTo("handler-slow acts as fault_000000000001.");
    }

    @Test
    void aWrongValueIsSaidBesideItsFieldAndAtTheButton(FxRobot robot) {
        open(robot);
        choose(robot, "handler-slow");
        type(robot, "#fault-parameter-delay_ms", "soon");

        var sentence = "Delay takes a whole number from 1 to 60,000 ms.";
        assertThat(words(robot, "#fault-parameter-delay_ms-says")).isEqualTo(sentence);
        assertThat(words(robot, "#fault-why-not")).isEqualTo(sentence);
        assertThat(robot.lookup("#fault-inject").query().isDisabled()).isTrue();

        type(robot, "#fault-parameter-delay_ms", "9");
        assertThat(words(robot, "#fault-parameter-delay_ms-says")).startsWith("Before each answer");
        assertThat(words(robot, "#fault-why-not"))
                .isEqualTo("Say why: the reason goes into the journal.");
    }

    @Test
    void aValueIsChosenFromAList(FxRobot robot) {
        open(robot);
        choose(robot, "component-late");
        robot.clickOn("#fault-parameter-component").clickOn("router");

        assertThat(robot.lookup("#fault-parameter-component").queryAs(ComboBox.class).getValue())
                .isEqualTo("router");
    }

    @Test
    void timeAndHitsAreShownEverywhereUntilItIsStopped(FxRobot robot) {
        injectElsewhere("handler-slow");
        robot.interact(() -> pass(Duration.ofSeconds(18), 4));
        assertThat(words(robot, "#fault-words")).isEqualTo("Fault active: handler-slow, 0:42 left");
        open(robot);
        gateway.faults.hit("fault_000000000001", 1_412, 87);
        robot.interact(() -> pass(Duration.ofSeconds(1), 5));

        assertThat(words(robot, "#fault-words")).endsWith("0:41 left");
        assertThat(words(robot, ".fault-left")).isEqualTo("0:41 left");
        assertThat(words(robot, ".fault-hits")).isEqualTo("1,412 hits on 87 connections");

        reach(robot, ".stop-fault");
        robot.clickOn(".stop-fault");
        robot.interact(() -> pass(Duration.ZERO, 2));
        assertThat(gateway.asked).contains("stop fault_000000000001");
        assertThat(robot.lookup(".stop-fault").tryQuery()).isEmpty();
        assertThat(robot.lookup("#fault-words").query().getParent().isVisible()).isFalse();
        assertThat(lines(robot, "#ended-faults")).isEqualTo(1);
    }

    @Test
    void allAreStoppedByOneKeyAlsoWhileOneTypesAndAllowedAgain(FxRobot robot) {
        injectElsewhere("handler-slow");
        injectElsewhere("tcp-reset");
        open(robot);
        choose(robot, "handler-slow");
        assertThat(words(robot, "#fault-words")).isEqualTo("2 faults active, the last for 1:00");
        robot.clickOn("#fault-search");

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        robot.interact(() -> pass(Duration.ZERO, 3));

        assertThat(gateway.asked).contains("stop all");
        assertThat(words(robot, "#fault-words"))
                .isEqualTo("No fault is active; new ones are blocked.");
        assertThat(robot.lookup("#stop-all-faults").query().isVisible()).isFalse();
        assertThat(words(robot, "#fault-why-not")).contains("Press Allow again");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);

        robot.clickOn("#allow-faults");
        robot.interact(() -> pass(Duration.ZERO, 3));

        assertThat(gateway.asked).contains("allow");
        assertThat(robot.lookup("#fault-words").query().getParent().isVisible()).isFalse();
    }

    @Test
    void whyNothingWasStoppedIsSaidInTheBanner(FxRobot robot) {
        injectElsewhere("handler-slow");
        gateway.fail("The gateway does not answer in time.");

        robot.clickOn("#stop-all-faults");
        robot.interact(pulse::beat);

        assertThat(words(robot, "#fault-trouble"))
                .isEqualTo("Nothing was stopped. The gateway does not answer in time.");
    }

    @Test
    void aPresetSaysWhatItBreaksBeforeItDoes(FxRobot robot) {
        open(robot);
        robot.clickOn("#preset-1");
        assertThat(robot.lookup("component-late and gate-off").tryQuery()).isPresent();
        assertThat(gateway.faults.requests).isEmpty();

        robot.clickOn("#inject-preset-1");
        robot.interact(() -> pass(Duration.ZERO, 3));

        assertThat(gateway.asked).contains("inject component-late", "inject gate-off");
        assertThat(words(robot, "#fault-words")).startsWith("2 faults active");
    }

    @Test
    void injectedFailuresAreLeftOutByASwitch(FxRobot robot) {
        robot.clickOn("#count-injected");

        assertThat(gateway.asked).contains("include injected false");
    }

    @Test
    void aGatewayWithoutAFaultLabSaysSo(FxRobot robot) {
        robot.interact(() -> {
            gateway.say(Samples.liveWithoutCapabilities());
            pulse.beat();
        });
        open(robot);

        assertThat(robot.lookup("#faults-missing").query().isVisible()).isTrue();
        assertThat(robot.lookup("#fault-lab").query().isVisible()).isFalse();
        assertThat(robot.lookup("#count-injected").query().isDisabled()).isTrue();
    }

    @Test
    void aLostGatewayThrowsNothingAndTellsWhyNothingCanBeInjected(FxRobot robot) {
        injectElsewhere("handler-slow");
        open(robot);
        choose(robot, "handler-slow");

        robot.interact(() -> {
            gateway.fail("Nothing answers.");
            gateway.say(Samples.lost("Nothing answers."));
            pass(Duration.ofSeconds(90), 30);
        });

        assertThat(words(robot, "#fault-why-not")).contains("while the gateway is connected");
        assertThat(robot.lookup("#fault-words").query().getParent().isVisible()).isFalse();
    }

    private static void open(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4); // there is no comparison in this window
        robot.interact(() -> {});
    }

    private static void choose(FxRobot robot, String kind) {
        robot.clickOn("#fault-search").write(kind).clickOn("#fault-kinds .list-cell");
        robot.clickOn("#fault-search").push(KeyCode.ESCAPE);
    }

    private static void type(FxRobot robot, String field, String text) {
        reach(robot, field);
        robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write(text);
    }

    /** Scrolls to what may be below the edge, as a person does. */
    private static void reach(FxRobot robot, String node) {
        var work = robot.lookup("#fault-work").queryAs(ScrollPane.class);
        for (double at = 0; at <= 1 && !isWithin(work, robot.lookup(node).query()); at += 0.1) {
            double next = at;
            robot.interact(() -> {
                work.setVvalue(next);
                work.layout();
            });
        }
    }

    private static boolean isWithin(ScrollPane pane, Node node) {
        var seen = pane.localToScene(pane.getLayoutBounds());
        return seen.contains(node.localToScene(node.getLayoutBounds()));
    }

    private static int lines(FxRobot robot, String list) {
        return robot.lookup(list).queryAs(ListView.class).getItems().size();
    }

    private void injectElsewhere(String kind) {
        gateway.faults.act(
                new FaultRequest(
                        kind, Map.of(), FaultScope.EVERYTHING, "PT1M", null, null, null, "drill"));
        new FxRobot().interact(() -> pass(Duration.ZERO, 22));
    }

    private void pass(Duration time, int beats) {
        clock.advance(time);
        for (int i = 0; i < beats; i++) {
            pulse.beat();
        }
    }

    private static String words(FxRobot robot, String label) {
        return robot.lookup(label).queryLabeled().getText();
    }
}
