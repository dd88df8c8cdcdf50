package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.FakeGateway;
import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.ManualPulse;
import dev.gatescope.console.feed.Samples;
import dev.gatescope.console.fixtures.Lives;
import dev.gatescope.console.fixtures.ManualClock;
import dev.gatescope.console.fixtures.Traffic;
import dev.gatescope.console.fixtures.Troubles;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.admin.StreamFrame;

import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.ZoneOffset;
import java.util.List;

/** Walks from errors, problems and leaks to their reasons and back, with mouse and keys. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class DiagnosisRobotTest {
    private static final String ERROR = "evt_0000000000000005";

    private final ManualPulse pulse = new ManualPulse();
    private final FakeGateway gateway = new FakeGateway();
    private @Nullable Views views;

    @Start
    void start(Stage stage) {
        var feed = new Feed();
        gateway.observe(feed);
        gateway.diagnosis.problems.addAll(Troubles.problems());
        gateway.diagnosis.leaks.addAll(Troubles.leaks());
        gateway.diagnosis.whys.put(ERROR, Troubles.why());
        var failed =
                Lives.legacy(Troubles.CONNECTION, Samples.NOON)
                        .closed(1000, "gateway", "too many errors")
                        .failed();
        gateway.connections.add(failed);
        views =
                Views.of(
                        gateway,
                        feed,
                        pulse,
                        new ManualClock(Samples.NOON).withZone(ZoneOffset.UTC),
                        "ws://127.0.0.1:8025/ws");
        gateway.say(Samples.live());
        var error = Samples.event(5, "message.failed", Severity.ERROR, Troubles.CONNECTION);
        gateway.say(
                new StreamFrame(
                        1,
                        Traffic.at(Samples.NOON),
                        List.of(error),
                        List.of(failed.withTimeline(List.of())),
                        0));
        pulse.beat();
        stage.setScene(views.shell().scene(1000, 700));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void anErrorLeadsToItsWhyAndBack(FxRobot robot) {
        robot.clickOn("#go-events").clickOn("Event number 5 happened.").clickOn("#event-why");
        robot.interact(pulse::beat);

        assertThat(selected()).isEqualTo("why");
        assertThat(text(robot, "#why-event")).isEqualTo(ERROR);
        assertThat(robot.lookup(".step").queryAll()).hasSize(5);
        assertThat(robot.lookup(".root-badge").queryAll()).hasSize(2);

        robot.clickOn("#why-back");
        assertThat(selected()).isEqualTo("events");
        assertThat(robot.lookup("#event-detail").query().isVisible()).isTrue();
    }

    @Test
    void escapeLeadsBackToo(FxRobot robot) {
        robot.clickOn("#go-events").clickOn("Event number 5 happened.").clickOn("#event-why");
        robot.push(KeyCode.ESCAPE);

        assertThat(selected()).isEqualTo("events");
    }

    @Test
    void aChainIsCopiedInEachForm(FxRobot robot) {
        robot.clickOn("#go-events").clickOn("Event number 5 happened.").clickOn("#event-why");
        robot.interact(pulse::beat);

        robot.clickOn("#why-copy-text");
        assertThat(clipboard(robot)).startsWith("Routing failed: no handler took “chat”.\n");
        robot.clickOn("#why-copy-markdown");
        assertThat(clipboard(robot)).startsWith("- **Routing failed");
        robot.clickOn("#why-copy-mermaid");
        assertThat(clipboard(robot)).startsWith("flowchart TD\n");
        assertThat(text(robot, "#why-copied")).isEqualTo("Copied as a Mermaid flowchart.");
    }

    @Test
    void aStepLeadsToItsConnection(FxRobot robot) {
        robot.clickOn("#go-events").clickOn("Event number 5 happened.").clickOn("#event-why");
        robot.interact(pulse::beat);

        robot.clickOn(robot.lookup(".step .hyperlink").nth(0).queryLabeled());

        assertThat(selected()).isEqualTo("connections");
        assertThat(text(robot, ".connection-id")).isEqualTo(Troubles.CONNECTION);
    }

    @Test
    void aConnectionThatFailedLeadsToItsWhyAsAWhole(FxRobot robot) {
        chooseTheConnection(robot);

        robot.clickOn("#connection-why");

        assertThat(selected()).isEqualTo("why");
        assertThat(gateway.asked).endsWith("why " + closing());
        robot.clickOn("#why-back");
        assertThat(selected()).isEqualTo("connections");
    }

    @Test
    void anErrorOfATimelineLeadsToItsWhyByKeysAndByMouse(FxRobot robot) {
        chooseTheConnection(robot);
        robot.interact(() -> {
            ListView<?> timeline = robot.lookup("#timeline").queryListView();
            timeline.requestFocus();
            timeline.getSelectionModel().select(3);
            timeline.scrollTo(3);
        });
        robot.push(KeyCode.ENTER);
        assertThat(gateway.asked).endsWith("why evt_0000000000000003");

        robot.clickOn("#why-back");
        robot.clickOn(robot.lookup("#timeline .why").match(node -> node.isVisible()).queryButton());
        assertThat(selected()).isEqualTo("why");
    }

    @Test
    void aProblemLeadsToTheWhyOfItsExample(FxRobot robot) {
        showProblems(robot);

        robot.clickOn(robot.lookup(".problem-why").nth(0).queryButton());
        robot.interact(pulse::beat);

        assertThat(text(robot, "#why-event")).isEqualTo(ERROR);
        robot.push(KeyCode.ESCAPE);
        assertThat(selected()).isEqualTo("overview");
    }

    @Test
    void aProblemIsCopiedForATicket(FxRobot robot) {
        showProblems(robot);

        robot.clickOn(robot.lookup(".problem-ticket").nth(1).queryAs(MenuButton.class))
                .clickOn("Copy as plain text");
        robot.interact(pulse::beat);
        assertThat(clipboard(robot))
                .startsWith("412 failed messages, 87 users")
                .contains("gw-1, development, flow fixed, version 1.0.0", "because: The agent");

        robot.clickOn(robot.lookup(".problem-ticket").nth(1).queryAs(MenuButton.class))
                .clickOn("Copy as Markdown");
        robot.interact(pulse::beat);
        assertThat(clipboard(robot)).startsWith("### 412 failed messages");
    }

    @Test
    void allErrorsAreOneClickAway(FxRobot robot) {
        showProblems(robot);

        robot.clickOn("#all-errors");

        assertThat(selected()).isEqualTo("events");
        assertThat(robot.lookup("Errors only").tryQuery()).isPresent();
    }

    @Test
    void aLeakIsReclaimedOnceItIsSaidWhatHappens(FxRobot robot) {
        chooseALeak(robot);

        robot.clickOn("#reclaim");
        assertThat(gateway.asked).noneMatch(asked -> asked.startsWith("reclaim"));
        assertThat(text(robot, "#reclaim-consequence"))
                .contains("closed for real", "that you reclaimed it");
        robot.clickOn("#reclaim-now");

        assertThat(gateway.asked).contains("reclaim leak_0000000000000000");
        robot.interact(pulse::beat);
        assertThat(text(robot, "#reclaim-hint")).startsWith("Reclaimed the handler of conn_");
    }

    @Test
    void aViewerIsToldWhyItMayNotReclaim(FxRobot robot) {
        robot.interact(() -> say(Samples.liveForViewer()));
        chooseALeak(robot);

        assertThat(robot.lookup("#reclaim").query().isDisabled()).isTrue();
        assertThat(text(robot, "#reclaim-hint"))
                .isEqualTo("The token's role is viewer: commands need an operator's token.");
    }

    @Test
    void aLeakLeadsToItsWhyAndToItsOwner(FxRobot robot) {
        chooseALeak(robot);
        robot.clickOn("#leak-why");
        assertThat(gateway.asked).endsWith("why " + ERROR);
        robot.clickOn("#why-back");
        assertThat(selected()).isEqualTo("leaks");

        robot.clickOn("#leak-connection");

        assertThat(selected()).isEqualTo("connections");
    }

    @Test
    void leaksAreFilteredByWhatBecameOfThem(FxRobot robot) {
        robot.clickOn("#go-leaks");
        robot.interact(pulse::beat);
        assertThat(text(robot, "#leaks-leaked")).isEqualTo("Leaked now  15");

        robot.clickOn("#leaks-returned");

        assertThat(robot.lookup("AgentRun.start:77").tryQuery()).isPresent();
        assertThat(robot.lookup("ThreadReader.read:41").tryQuery()).isEmpty();
    }

    @Test
    void aGatewayWithoutTheseCapabilitiesIsSaidToLackThem(FxRobot robot) {
        robot.interact(() -> say(Samples.liveWithoutCapabilities()));

        robot.clickOn("#go-leaks");
        assertThat(robot.lookup("This gateway keeps no ledger of leaks").tryQuery()).isPresent();
        robot.clickOn("#go-why");
        assertThat(robot.lookup("This gateway does not tell why").tryQuery()).isPresent();
        robot.clickOn("#go-overview");
        assertThat(robot.lookup("This gateway does not group its errors").tryQuery()).isPresent();
    }

    private void say(Link link) {
        gateway.diagnosis.problems.clear();
        gateway.say(link);
        pulse.beat();
        pulse.beat();
    }

    private void chooseTheConnection(FxRobot robot) {
        robot.clickOn("#go-connections");
        robot.interact(() -> {});
        robot.clickOn(Troubles.CONNECTION);
        robot.interact(pulse::beat);
        robot.interact(() -> {});
    }

    private void chooseALeak(FxRobot robot) {
        robot.clickOn("#go-leaks");
        robot.interact(pulse::beat);
        robot.interact(() ->
                views().sections().stream()
                        .filter(section -> section.id().equals("leaks"))
                        .findFirst()
                        .orElseThrow()
                        .pose());
        robot.interact(() -> {});
    }

    private void showProblems(FxRobot robot) {
        robot.interact(pulse::beat);
        robot.interact(
                () -> robot.lookup(".overview-scroll").queryAs(ScrollPane.class).setVvalue(1));
        robot.interact(() -> {});
    }

    private String closing() {
        var timeline = gateway.connections.getFirst().timeline();
        return timeline == null ? "" : timeline.getLast().id();
    }

    private Views views() {
        if (views == null) {
            throw new IllegalStateException("The window is not open.");
        }
        return views;
    }

    private String selected() {
        return views().shell().selectedProperty().get().id();
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryLabeled().getText();
    }

    private static String clipboard(FxRobot robot) {
        var text = new StringBuilder();
        robot.interact(() -> {
            text.append(Clipboard.getSystemClipboard().getString());
        });
        return text.toString();
    }
}
