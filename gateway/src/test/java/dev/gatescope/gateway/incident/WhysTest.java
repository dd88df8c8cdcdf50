package dev.gatescope.gateway.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatescope.gateway.flow.Checkpoint;
import dev.gatescope.gateway.flow.LegacyParts;
import dev.gatescope.gateway.flow.RefusalStyle;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.SessionFact;
import dev.gatescope.gateway.routing.HandlerPolicy;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.gateway.sessions.SessionPattern;
import dev.gatescope.gateway.sessions.SessionTable;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.admin.Why;
import dev.gatescope.shared.flow.FlowName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Each error of the incident, asked why: the chain ends where its mechanism lies. */
class WhysTest {
    private static final FlowName LEGACY = FlowName.legacy(Set.of());
    private static final String CHAT =
            "{\"type\":\"chat\",\"content\":\"hello\",\"message_id\":\"m\"}";
    private static final String ONE_FLAG =
            "Flow `legacy` authenticates before it accepts and believes one of two flags [flow]";
    private static final String TWO_PATTERNS = "Flow `legacy` mixes two session patterns [flow]";

    @Test
    void aHandlerThatIsMissingSinceAClientCameTooEarly() throws Exception {
        try (var gateway = IncidentGateway.prepare(LEGACY)) {
            var hold = gateway.startup().hold(ComponentName.THREAD_SERVICE);
            gateway.listen();
            gateway.awaitStarting(ComponentName.THREAD_SERVICE);
            try (var client = gateway.connect("alice")) {
                gateway.await(HandlerFact.RegistrationFailed.class, "alice");
                hold.close();
                gateway.gateway().awaitStarted();
                chat(client);
            }
            gateway.awaitNoneOpen();

            var why = gateway.why(MessageFact.Failed.class);
            assertThat(told(why))
                    .containsExactly(
                            "0 Routing failed: no handler took `chat`",
                            "1 The agent handler was not registered",
                            "2 The thread service was missing: it was still starting [component]",
                            "2 The connection was accepted N ms before startup completed",
                            "3 Flow `legacy` has no startup gate [flow]");
            assertThat(why.complete()).isTrue();
            assertThat(why.roots()).hasSize(2);
            assertThat(why.events())
                    .extracting("id")
                    .containsExactlyElementsOf(why.steps().stream().map(Why.Step::event).toList());
            assertThat(why.steps().get(2).evidence())
                    .singleElement()
                    .asString()
                    .matches("thread_service was ready \\d+ ms later");
            assertThat(told(gateway.why(ConnectionFact.Closed.class)))
                    .startsWith(
                            "0 The connection failed before it was ready",
                            "1 The agent handler was not registered");
        }
    }

    @Test
    void aHandlerThatIsMissingSinceAFailedPhaseWasTolerated() throws Exception {
        try (var gateway = IncidentGateway.prepare(LEGACY)) {
            gateway.startup()
                    .replace(
                            ComponentName.THREAD_SERVICE,
                            () -> {
                                throw new IllegalStateException("failed silently");
                            });
            gateway.listen();
            gateway.gateway().awaitStarted();
            try (var client = gateway.connect("alice")) {
                chat(client);
            }

            assertThat(told(gateway.why(MessageFact.Failed.class)))
                    .containsExactly(
                            "0 Routing failed: no handler took `chat`",
                            "1 The agent handler was not registered",
                            "2 The thread service failed: failed silently [component]",
                            "2 The connection was accepted although startup had not completed",
                            "3 Flow `legacy` has no startup gate [flow]");
        }
    }

    @Test
    void aHandlerThatIsMissingSinceAComponentRestarts() throws Exception {
        try (var gateway = IncidentGateway.start(LEGACY, _ -> {})) {
            gateway.startup().takeDown(ComponentName.AGENT_SUPERVISOR, "restart");
            try (var client = gateway.connect("alice")) {
                gateway.await(HandlerFact.RegistrationFailed.class, "alice");
                gateway.startup().bringUp(ComponentName.AGENT_SUPERVISOR);
                chat(client);
            }

            assertThat(told(gateway.why(MessageFact.Failed.class)))
                    .contains("2 The agent supervisor was down: restart [component]")
                    .endsWith("3 Flow `legacy` has no startup gate [flow]");
        }
    }

    @Test
    void aTokenThatIsRefusedBeforeItsClientCanBeTold() throws Exception {
        for (var style : RefusalStyle.values()) {
            var usual = LegacyParts.usual();
            var parts = new LegacyParts(usual.handlers(), usual.sessions(), style);
            try (var gateway = IncidentGateway.start(LEGACY, config -> config.legacyParts(parts))) {
                try (var client = gateway.asksWith("Authorization: Bearer no.good.token")) {
                    client.readHead();
                }
                gateway.awaitNoneOpen();

                var closed = told(gateway.why(ConnectionFact.Closed.class));
                switch (style) {
                    case SEND_BEFORE_ACCEPT ->
                            assertThat(closed)
                                    .containsExactly(
                                            "0 The connection failed before it was ready",
                                            "1 The socket was used although it was not connected",
                                            "2 The connection was refused with AUTH_FAILED"
                                                    + " [client]",
                                            "2 " + ONE_FLAG);
                    case CLOSE_BEFORE_ACCEPT ->
                            assertThat(closed)
                                    .containsExactly(
                                            "0 The connection failed before it was ready",
                                            "1 The connection was refused with AUTH_FAILED"
                                                    + " [client]",
                                            "1 " + ONE_FLAG);
                }
            }
        }
    }

    @Test
    void aClientThatLeavesWhileOneFlagIsOutOfDate() throws Exception {
        var busy = new HeldGate(Checkpoint.BEFORE_HANDLE);
        try (var gateway = IncidentGateway.start(LEGACY, config -> config.gates(busy))) {
            try (var client = gateway.asks("alice")) {
                client.readHead();
                client.text(CHAT);
                busy.awaitHeld();
                client.reset();
            }
            busy.open();
            gateway.awaitNoneOpen();

            assertThat(told(gateway.why(MessageFact.Failed.class)))
                    .containsExactly(
                            "0 Routing failed: the handler of `chat` failed", "1 " + ONE_FLAG);
            assertThat(told(gateway.why(ConnectionFact.NotConnected.class)))
                    .containsExactly(
                            "0 The socket was used although it was not connected", "1 " + ONE_FLAG);
        }
    }

    @Test
    void aSessionThatIsTakenForAnotherShape() throws Exception {
        try (var gateway = IncidentGateway.start(LEGACY, _ -> {});
                var client = gateway.welcomed("alice")) {
            client.send("{\"type\":\"start_agent\",\"user_request\":\"count\"}");
            client.hear("error");

            var why = gateway.why(MessageFact.Failed.class);
            assertThat(told(why))
                    .containsExactly(
                            "0 Routing failed: the handler of `start_agent` failed",
                            "1 The request took its database session for another shape than it has",
                            "2 " + TWO_PATTERNS);
            assertThat(why.steps().get(1).evidence().toString())
                    .contains("'async_generator' object does not support");
        }
    }

    @Test
    void aPoolThatIsEmptySinceSessionsLeaked() throws Exception {
        var pattern =
                new SessionPattern(
                        SessionPattern.Provider.GENERATOR,
                        SessionPattern.Consumer.FOR_EARLY_RETURN);
        var usual = LegacyParts.usual();
        var parts =
                new LegacyParts(
                        usual.handlers(),
                        new SessionTable(Map.of("chat", pattern), pattern),
                        usual.refusal());
        var database =
                new DatabaseConfig(
                        DatabaseConfig.inMemory(UUID.randomUUID()),
                        2,
                        Duration.ofMillis(300),
                        Duration.ofSeconds(10));
        try (var gateway =
                        IncidentGateway.start(
                                LEGACY, config -> config.legacyParts(parts).database(database));
                var client = gateway.welcomed("alice")) {
            for (var i = 0; i < 3; i++) {
                client.send(CHAT);
            }
            client.hear("error");

            assertThat(told(gateway.why(SessionFact.Leaked.class)))
                    .containsExactly(
                            "0 A database session stayed open although its request is over",
                            "1 " + TWO_PATTERNS);
            assertThat(told(gateway.why(MessageFact.Failed.class)))
                    .containsExactly(
                            "0 Routing failed: the handler of `chat` failed",
                            "1 No database session could be had in time",
                            "2 A database session stayed open although its request is over",
                            "3 " + TWO_PATTERNS,
                            "2 A database session stayed open although its request is over");
        }
    }

    @Test
    void aHandlerThatStays() throws Exception {
        try (var gateway = IncidentGateway.start(LEGACY, _ -> {})) {
            gateway.welcomed("alice").close();
            gateway.awaitNoneOpen();

            assertThat(told(gateway.why(HandlerFact.Leaked.class)))
                    .containsExactly(
                            "0 The handler stayed although its connection is over",
                            "1 Flow `legacy` never removes a connection's handler [flow]");
        }
    }

    @Test
    void aHandlerThatServesEverybody() throws Exception {
        var usual = LegacyParts.usual();
        var parts = new LegacyParts(HandlerPolicy.SHARED, usual.sessions(), usual.refusal());
        try (var gateway = IncidentGateway.start(LEGACY, config -> config.legacyParts(parts));
                var first = gateway.welcomed("alice");
                var second = gateway.welcomed("bob")) {
            second.send(CHAT);
            first.hear("agent_response");
            gateway.await(MessageFact.Misdelivered.class, "bob");

            assertThat(told(gateway.why(MessageFact.Misdelivered.class)))
                    .containsExactly(
                            "0 Routing failed: the handler of another connection took `chat`, and"
                                    + " its user alice got the answer",
                            "1 Flow `legacy` has one handler for everybody, the first"
                                    + " connection's, and keeps it [flow]");
        }
    }

    @Test
    void whatAClientDid() throws Exception {
        var busy = new HeldGate(Checkpoint.BEFORE_HANDLE);
        try (var gateway = IncidentGateway.start(FlowName.FIXED, config -> config.gates(busy));
                var http = HttpClient.newHttpClient()) {
            try (var leaving = gateway.asks("alice")) {
                leaving.readHead();
                leaving.text(CHAT);
                busy.awaitHeld();
                leaving.reset();
            }
            busy.open();
            gateway.awaitNoneOpen();
            assertThat(told(gateway.why(MessageFact.Abandoned.class)))
                    .containsExactly("0 The client left before its `chat` was answered [client]");

            try (var client = gateway.welcomed("bob")) {
                client.send("{\"type\":\"subscribe\"}");
                client.hear("error");
                assertThat(told(gateway.why(MessageFact.Refused.class)))
                        .containsExactly(
                                "0 The client's message was refused with UNKNOWN_TYPE [client]");
            }
            var wrong = Map.of("Authorization", "Bearer no.good.token");
            assertThat(Client.connect(http, gateway.uri(), wrong).closeCode()).isEqualTo(1008);
            gateway.awaitNoneOpen();
            assertThat(told(gateway.why(ConnectionFact.Rejected.class)))
                    .containsExactly("0 The connection was refused with AUTH_FAILED [client]");
        }
    }

    @Test
    void whatAnOperatorDidToAConnectionThatWasNotReady() throws Exception {
        var held = new HeldGate(Checkpoint.BEFORE_WELCOME);
        try (var gateway = IncidentGateway.start(FlowName.FIXED, config -> config.gates(held));
                var client = gateway.connect("alice")) {
            held.awaitHeld();
            var connection =
                    Objects.requireNonNull(
                            gateway.last(ConnectionFact.Registered.class).connection());
            gateway.admin("DELETE", "/api/v1/connections/" + connection.id() + "?reason=tidy", "");
            held.open();
            assertThat(client.closeCode()).isEqualTo(1000);
            gateway.awaitNoneOpen();

            assertThat(told(gateway.why(ConnectionFact.Closed.class)))
                    .containsExactly(
                            "0 The connection failed before it was ready",
                            "1 local: closes " + connection.id() + " with 1000 (tidy) [operator]");
        }
    }

    @Test
    void aFlowThatIsChangedMeanwhile() throws Exception {
        var held = new HeldGate(Checkpoint.BEFORE_WELCOME);
        try (var gateway = IncidentGateway.start(FlowName.FIXED, config -> config.gates(held));
                var client = gateway.connect("alice")) {
            held.awaitHeld();
            var changing =
                    Thread.startVirtualThread(
                            () -> assertThat(changesTo(gateway, "legacy")).isEqualTo(204));
            assertThat(client.closeCode()).isEqualTo(1012);
            held.open();
            changing.join();
            gateway.awaitNoneOpen();

            assertThat(told(gateway.why(ConnectionFact.Closed.class)))
                    .containsExactly(
                            "0 The connection failed before it was ready",
                            "1 The flow was changed from fixed to legacy",
                            "2 local: changes the flow to legacy [operator]");
        }
    }

    private static int changesTo(IncidentGateway gateway, String flow) {
        try {
            return gateway.admin("POST", "/api/v1/flow", "{\"flow\":\"" + flow + "\"}")
                    .statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatNothingExplainsIsLeftOpen() throws Exception {
        try (var gateway =
                        IncidentGateway.start(
                                FlowName.FIXED,
                                config ->
                                        config.handler(
                                                "quote",
                                                _ -> {
                                                    throw new IllegalStateException("on purpose");
                                                }));
                var client = gateway.welcomed("alice")) {
            client.send("{\"type\":\"quote\"}");
            client.hear("error");

            var why = gateway.why(MessageFact.Failed.class);
            assertThat(told(why))
                    .containsExactly("0 Routing failed: the handler of `quote` failed [unknown]");
            assertThat(why.complete()).isFalse();
            assertThat(why.roots()).isEmpty();
            assertThat(why.steps().getFirst().evidence())
                    .contains("exception: java.lang.IllegalStateException: on purpose");
        }
    }

    @Test
    void theJournalAloneTellsAfterARestart(@TempDir Path folder) throws Exception {
        var file = DatabaseConfig.of("jdbc:h2:" + folder.resolve("gatescope"));
        String failed;
        try (var gateway = IncidentGateway.start(LEGACY, config -> config.database(file));
                var client = gateway.welcomed("alice")) {
            client.send("{\"type\":\"start_agent\",\"user_request\":\"count\"}");
            client.hear("error");
            gateway.await(MessageFact.Failed.class, "alice");
            failed = Ids.eventText(gateway.last(MessageFact.Failed.class).id());
        }
        try (var gateway = IncidentGateway.start(FlowName.FIXED, c -> c.database(file))) {
            assertThat(told(gateway.why(failed)))
                    .containsExactly(
                            "0 Routing failed: the handler of `start_agent` failed",
                            "1 The request took its database session for another shape than it has",
                            "2 " + TWO_PATTERNS);
        }
    }

    @Test
    void errorsOfOneRootAreOneProblem() throws Exception {
        try (var gateway = IncidentGateway.start(LEGACY, _ -> {})) {
            for (var user : List.of("alice", "bob", "carol")) {
                try (var client = gateway.welcomed(user)) {
                    client.send("{\"type\":\"start_agent\",\"user_request\":\"count\"}");
                    client.hear("error");
                }
            }
            gateway.awaitNoneOpen();

            var problems = gateway.problems();
            assertThat(problems)
                    .extracting(ProblemInfo::symptom, ProblemInfo::count, ProblemInfo::users)
                    .containsExactlyInAnyOrder(
                            tuple("message.failed HANDLER_FAILED", 3L, 3L),
                            tuple("session.scope_failed pattern", 3L, 3L),
                            tuple("handler.leaked", 3L, 3L));
            assertThat(problems)
                    .filteredOn(one -> one.symptom().startsWith("message.failed"))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.root())
                                .isEqualTo("flow `legacy` mixes two session patterns");
                        assertThat(one.trend()).isEqualTo(ProblemInfo.RISING);
                        assertThat(gateway.why(one.example()).steps()).hasSize(3);
                    });
            var first = gateway.admin("GET", "/api/v1/problems?limit=1", "").body();
            assertThat(first).contains("\"next_cursor\":\"" + problems.getFirst().id() + "\"");
            var next = "/api/v1/problems?limit=1&cursor=" + problems.getFirst().id();
            assertThat(gateway.admin("GET", next, "").body()).contains(problems.get(1).id());
            assertThat(gateway.admin("GET", "/api/v1/problems?cursor=x", "").statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void anEventOfWhichThereIsNoRecordIsNotFound() throws Exception {
        try (var gateway = IncidentGateway.start(FlowName.FIXED, _ -> {})) {
            for (var id : List.of("evt_0000000000000001", "evt_1", "why", "conn_000000000001")) {
                assertThat(gateway.admin("GET", "/api/v1/events/" + id + "/why", "").statusCode())
                        .isEqualTo(404);
            }
        }
    }

    private static void chat(Client client) throws InterruptedException {
        client.hear("connection_established");
        client.send(CHAT);
        client.hear("error");
    }

    /** Depth, sentence, and what kind of root it is where it is one. */
    private static List<String> told(Why why) {
        return why.steps().stream()
                .map(step ->
                        step.depth()
                                + " "
                                + step.sentence().replaceAll("\\d+ ms", "N ms")
                                + (step.root().isEmpty() ? "" : " [" + step.root() + "]"))
                .toList();
    }
}
