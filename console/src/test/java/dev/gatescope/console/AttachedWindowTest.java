package dev.gatescope.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.console.feed.Feed;
import dev.gatescope.console.feed.FxPulse;
import dev.gatescope.console.feed.RemoteGateway;
import dev.gatescope.gateway.Gateway;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.admin.AdminAccess;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A window attached to a real gateway whose admin port wants tokens. */
@ExtendWith(ApplicationExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class AttachedWindowTest {
    private Gateway gateway;
    private @Nullable Stage stage;
    private @Nullable RemoteGateway attached;
    private HttpClient clients = HttpClient.newHttpClient();
    private CompletableFuture<String> ended = new CompletableFuture<>();

    @BeforeAll
    void startGateway() throws Exception {
        gateway =
                Gateway.start(
                        GatewayConfig.builder()
                                .clients("127.0.0.1", 0)
                                .admin("127.0.0.1", 0)
                                .adminTokens(
                                        List.of(
                                                key("ann", true, "token-of-an-operator"),
                                                key("vic", false, "token-of-a-viewer")))
                                .build());
    }

    @AfterAll
    void stopGateway() {
        gateway.close();
    }

    @Start
    void start(Stage empty) {
        stage = empty;
    }

    @AfterEach
    void detach() {
        clients.shutdownNow();
        clients = HttpClient.newHttpClient();
        if (attached != null) {
            attached.close();
        }
    }

    @Test
    void aViewersCommandsAreDisabledAndSayWhy(FxRobot robot) throws Exception {
        connectClient();
        attach(robot, "token-of-a-viewer");
        until(robot, "#viewer", Node::isVisible);
        chooseTheClient(robot);
        until(robot, "#close-forbidden", Node::isVisible);

        assertThat(robot.lookup("#close-forbidden").queryLabeled().getText())
                .isEqualTo("The token's role is viewer: commands need an operator's token.");
        for (var command : List.of("#set-mark", "#run-demo", "#close-connection")) {
            assertThat(robot.lookup(command).query().isDisabled()).as(command).isTrue();
        }
        robot.clickOn("#close-connection").push(KeyCode.CONTROL, KeyCode.M);
        assertThat(robot.lookup("#close-now").query().getParent().getParent().isVisible())
                .isFalse();
        until(
                robot,
                "No mark was set. The token's role is viewer: commands need an operator's"
                        + " token.",
                Node::isVisible);
        assertThat(ended.isDone()).isFalse();
    }

    @Test
    void anOperatorClosesAConnectionByMouse(FxRobot robot) throws Exception {
        connectClient();
        attach(robot, "token-of-an-operator");
        chooseTheClient(robot);
        until(robot, "#close-connection", node -> !node.isDisabled());

        robot.clickOn("#close-connection").write("enough").clickOn("#close-now");

        assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo("1000 enough");
    }

    @Test
    void anOperatorChangesTheFlowByMouse(FxRobot robot) throws Exception {
        connectClient();
        attach(robot, "token-of-an-operator");
        until(robot, "#flow", node -> !node.isDisabled());

        robot.clickOn("#flow").clickOn("#flow-legacy");
        until(robot, "#flow", node -> node instanceof Labeled flow && is("legacy", flow));
        assertThat(ended.get(20, TimeUnit.SECONDS)).startsWith("1012");
        robot.clickOn("#flow-sessions");
        until(robot, "#flow", node -> node instanceof Labeled flow && is("legacy +1", flow));
        robot.clickOn("#flow-fixed");

        until(robot, "#flow", node -> node instanceof Labeled flow && is("fixed", flow));
    }

    private static boolean is(String words, Labeled label) {
        return words.equals(label.getText());
    }

    @Test
    void aWrongTokenIsOneClearSentence(FxRobot robot) throws Exception {
        attach(robot, "token-that-nobody-knows");
        until(robot, "#trouble", node -> node.getParent().isVisible());

        assertThat(robot.lookup("#trouble").queryLabeled().getText())
                .isEqualTo(
                        "The gateway at %s does not know this token. Check the file given with"
                                        .formatted(gateway.adminUri())
                                + " --token. Trying again by itself.");
    }

    private void connectClient() throws Exception {
        ended = new CompletableFuture<>();
        clients.newWebSocketBuilder()
                .buildAsync(gateway.clientUri(), new ToldOfItsEnd(ended))
                .get(20, TimeUnit.SECONDS);
    }

    private static void chooseTheClient(FxRobot robot) throws TimeoutException {
        robot.clickOn("#go-connections");
        until(
                robot,
                "#connections",
                node -> node instanceof TableView<?> table && !table.getItems().isEmpty());
        robot.clickOn("dev");
    }

    private void attach(FxRobot robot, String token) {
        var remote = new RemoteGateway(gateway.adminUri(), token);
        attached = remote;
        var window = Objects.requireNonNull(stage);
        robot.interact(() -> {
            var feed = new Feed();
            var views = Views.of(remote, feed, new FxPulse(), Clock.systemUTC(), "clients");
            window.setScene(views.shell().scene(1000, 700));
            window.setX(0);
            window.setY(0);
            window.show();
            remote.observe(feed);
        });
    }

    private static void until(FxRobot robot, String id, Predicate<Node> holds)
            throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> robot.lookup(id).tryQuery().filter(holds).isPresent());
    }

    private static AdminAccess.Key key(String who, boolean operator, String token) {
        return new AdminAccess.Key(new AdminAccess.Person(who, operator), token);
    }

    private record ToldOfItsEnd(CompletableFuture<String> ended) implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            ended.complete(code + " " + reason);
            return null;
        }
    }
}
