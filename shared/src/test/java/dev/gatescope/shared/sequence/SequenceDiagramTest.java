package dev.gatescope.shared.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.shared.sequence.Row.Arrow;
import dev.gatescope.shared.sequence.Row.Ghost;
import dev.gatescope.shared.sequence.Row.Kind;
import dev.gatescope.shared.sequence.Row.Standing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class SequenceDiagramTest {
    @Test
    void theFixedFlowCoversAllItsGhosts() {
        var diagram = Story.fixed().chat().closedByClient().diagram();

        assertThat(lines(diagram))
                .containsExactly(
                        "Client > WebSocket: Connect",
                        "WebSocket > Client: accept with jwt-auth",
                        "WebSocket > WebSocket: authenticate alice by subprotocol",
                        "WebSocket > Router: register",
                        "Router > Handler: add handler",
                        "Router > WebSocket: registered",
                        "WebSocket > Client: welcome",
                        "WebSocket > WebSocket: ready",
                        "Client > WebSocket: chat",
                        "WebSocket > Router: route",
                        "Router > Handler: handle",
                        "Handler > Session: open session",
                        "Handler > Agent: process with session",
                        "Handler > Session: commit",
                        "Handler > Session: close session",
                        "Agent > Client: agent_response",
                        "Client > WebSocket: close 1000 by client");
        assertThat(steps(diagram)).containsOnly(Standing.IN_PLACE).hasSize(5);
        assertThat(diagram.over()).isTrue();
        assertThat(diagram.inOrder()).isTrue();
    }

    @Test
    void aLateAcceptIsOutOfOrderAndLeavesItsGhost() {
        var diagram = Story.legacy().diagram();

        assertThat(lines(diagram))
                .startsWith(
                        "Client > WebSocket: Connect",
                        "WebSocket > Client: accept [comes later]",
                        "WebSocket > WebSocket: authenticate alice by header",
                        "WebSocket > Client: accept [out of order: after authenticate]");
        assertThat(diagram.inOrder()).isFalse();
    }

    @Test
    void whatTheIncidentLeftOutIsMissing() {
        assertThat(lines(Story.legacy().diagram()))
                .endsWith(
                        "WebSocket > WebSocket: wait for startup [missing]",
                        "WebSocket > Router: register [missing]",
                        "Router > Router: registration.failed happened.",
                        "WebSocket > Client: welcome",
                        "Client > WebSocket: chat",
                        "WebSocket > Router: route",
                        "Router > Handler: route to its handler [missing]",
                        "Router > Router: message.failed happened.",
                        "Router > Client: error");
    }

    @Test
    void whatALivingConnectionHasBeforeItIsAwaited() {
        var diagram = new Story().then("connection.opened").diagram();

        assertThat(remarks(diagram))
                .containsExactly(
                        "still to come",
                        "still to come",
                        "still to come",
                        "still to come",
                        "still to come");
        assertThat(diagram.over()).isFalse();
        assertThat(diagram.inOrder()).isTrue();
    }

    @Test
    void aClientThatLeavesEarlyLeavesStepsUnreachedBeforeItsEnd() {
        var diagram =
                new Story()
                        .then("connection.opened")
                        .then("connection.accepted")
                        .closedByClient()
                        .diagram();

        assertThat(remarks(diagram)).containsExactly("not reached", "not reached", "not reached");
        assertThat(diagram.rows().getLast().text()).isEqualTo("close 1000 by client");
    }

    @Test
    void aRefusalThatTheClientNeverGotMissesItsAccept() {
        var diagram =
                new Story()
                        .then("connection.opened")
                        .then("connection.rejected", "code", "AUTH_FAILED")
                        .closedByClient()
                        .diagram();

        assertThat(lines(diagram))
                .startsWith(
                        "Client > WebSocket: Connect",
                        "WebSocket > Client: accept [missing]",
                        "WebSocket > WebSocket: connection.rejected happened.");
    }

    @Test
    void aWaitIsAStepOnlyWhereItHappensOrWasNeeded() {
        assertThat(lines(Story.fixed().diagram())).noneMatch(line -> line.contains("wait"));
        var waited =
                new Story()
                        .then("connection.opened")
                        .then("connection.accepted")
                        .then("connection.authenticated", "user", "dev", "auth", "none")
                        .then("connection.waiting", "missing", List.of("a", "b", "c", "d"))
                        .diagram();
        assertThat(lines(waited)).contains("WebSocket > WebSocket: wait for a, b, c and 1 more");
    }

    @Test
    void equalMessagesAreOneArrowOnceTheirWayIsKnown() {
        var story = Story.fixed();
        for (int i = 0; i < 13; i++) {
            story.chat();
        }
        var last = (Arrow) story.diagram().rows().getLast();

        assertThat(last.text()).isEqualTo("chat ×12");
        assertThat(last.count()).isEqualTo(12);
        assertThat(last.at()).isEqualTo(7 + 6);
        assertThat(last.until()).isEqualTo(7 + 13 * 6 - 2); // the last answer
    }

    @Test
    void messagesOfKnownKindsAreCountedTogether() {
        var diagram = Story.fixed().chat().ping().chat().ping().ping().diagram();

        assertThat(diagram.rows().getLast().text()).isEqualTo("chat ×1, ping ×2");
    }

    @Test
    void whatFailedIsNeverHiddenAmongWhatWentWell() {
        var story = Story.fixed().ping().ping();
        for (int i = 0; i < 3; i++) {
            story.then("message.received", "type", "chat")
                    .then("message.failed", "type", "chat", "code", "HANDLER_FAILED")
                    .then("message.sent", "type", "error");
        }
        var rows = story.ping().diagram().rows();

        assertThat(rows.subList(rows.size() - 2, rows.size()))
                .extracting(Row::text)
                .containsExactly("chat ×2: message.failed happened.", "ping ×1");
        assertThat(rows)
                .filteredOn(row -> row instanceof Arrow a && a.kind() == Kind.ERROR)
                .hasSize(2);
    }

    @Test
    void aMessageThatIsUnderWayIsShownAsFarAsItGot() {
        var diagram = Story.fixed().ping().then("message.received", "type", "ping").diagram();

        assertThat(lines(diagram))
                .endsWith("Client > WebSocket: ping", "WebSocket > Router: route");
    }

    @Test
    void messagesOfWhichOnlyTheEndIsKeptAreSaidToBeLost() {
        var diagram =
                new Story()
                        .then("connection.opened")
                        .then("session.closed", "session", 1)
                        .then("message.routed", "type", "chat")
                        .ping()
                        .diagram();

        assertThat(lines(diagram))
                .contains("Router > Router: Earlier messages are no longer kept.");
        assertThat(lines(diagram)).filteredOn(line -> line.contains("Earlier")).hasSize(1);
    }

    @Test
    void ofLostMessagesTheWelcomeIsStillKnown() {
        var diagram =
                new Story()
                        .then("connection.opened")
                        .then("connection.accepted")
                        .then("connection.authenticated", "user", "dev", "auth", "none")
                        .then("handler.added")
                        .then("connection.registered")
                        .then("connection.ready")
                        .closedByClient()
                        .diagram();

        assertThat(remarks(diagram)).isEmpty();
        assertThat(lines(diagram)).contains("WebSocket > Client: welcome");
    }

    @Test
    void theOrderOfTheListDoesNotMatterAndOtherConnectionsAreLeftOut() {
        var events = new ArrayList<>(Story.fixed().chat().events());
        var diagram = SequenceDiagram.of(Story.ID, events);
        Collections.reverse(events);

        assertThat(SequenceDiagram.of(Story.ID, events)).isEqualTo(diagram);
        assertThat(SequenceDiagram.of("conn_00000000000b", events).rows())
                .allMatch(Ghost.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection.opened",
                "connection.accepted",
                "connection.authenticated",
                "connection.waiting",
                "connection.registered",
                "connection.ready",
                "connection.rejected",
                "connection.closed",
                "connection.wrong_state",
                "message.received",
                "message.queued",
                "message.refused",
                "message.abandoned",
                "message.failed",
                "message.sent",
                "registration.failed",
                "handler.added",
                "handler.removed",
                "handler.leaked",
                "session.leaked",
                "session.returned",
                "session.scope_failed",
                "component.created_on_demand",
                "fault.hit",
                "mark.set",
                "something.new"
            })
    void everyTypeOfEventIsSeen(String type) {
        var arrows =
                EventArrows.of(
                        new Story().then(type).events().getFirst(), 5, EventArrows.Message.NONE);

        assertThat(arrows).isNotEmpty().allMatch(arrow -> arrow.at() == 5);
    }

    static List<String> lines(SequenceDiagram diagram) {
        return diagram.rows().stream().map(SequenceDiagramTest::line).toList();
    }

    private static String line(Row row) {
        return row.from().title()
                + " > "
                + row.to().title()
                + ": "
                + row.text()
                + (row.remark().isEmpty() ? "" : " [" + row.remark() + "]");
    }

    private static List<String> remarks(SequenceDiagram diagram) {
        return diagram.rows().stream()
                .map(Row::remark)
                .filter(remark -> !remark.isEmpty())
                .toList();
    }

    private static List<Standing> steps(SequenceDiagram diagram) {
        return diagram.rows().stream()
                .filter(row -> row instanceof Arrow arrow && arrow.standing() != Standing.FREE)
                .map(row -> ((Arrow) row).standing())
                .toList();
    }
}
