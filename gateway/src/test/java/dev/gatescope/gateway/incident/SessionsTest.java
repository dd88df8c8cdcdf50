package dev.gatescope.gateway.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfigBuilder;
import dev.gatescope.gateway.flow.LegacyParts;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.SessionFact;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.gateway.sessions.SessionPattern;
import dev.gatescope.gateway.sessions.SessionTable;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.shared.flow.Fix;
import dev.gatescope.shared.flow.FlowName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The report's third error: providers and consumers of sessions that do not match. */
class SessionsTest {
    static List<FlowName> flows() {
        return Recipes.flows();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void anAgentRunIsAnsweredOrItsSessionCannotBeEntered(FlowName flow) throws Exception {
        try (var gateway = IncidentGateway.start(flow, _ -> {})) {
            Recipes.play(
                    flow,
                    () -> {
                        try (var client = gateway.welcomed("alice")) {
                            var answer = lastAnswer(client, startAgent("m"));
                            if (flow.has(Fix.SESSIONS)) {
                                assertThat(answer).isEqualTo("agent_completed");
                            } else {
                                assertThat(answer).isEqualTo("HANDLER_FAILED");
                            }
                        }
                        gateway.awaitNoneOpen(); // legacy lets its end take the next one along
                    });
            var runs = flow.has(Fix.SESSIONS) ? 0 : Recipes.runsOf(flow);
            var broken = gateway.facts(SessionFact.ScopeFailed.class);
            assertThat(broken)
                    .hasSize(runs)
                    .allSatisfy(failed -> {
                        assertThat(failed.because())
                                .hasMessage(
                                        "'async_generator' object does not support the"
                                                + " asynchronous context manager protocol")
                                .cause()
                                .isInstanceOf(ClassCastException.class)
                                .hasMessageContaining("java.lang.AutoCloseable");
                    });
            assertThat(gateway.figures().sessions().open()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aThreadIsReadAndItsSessionClosedOrLeftOpenForGood(FlowName flow) throws Exception {
        try (var gateway = IncidentGateway.start(flow, SessionsTest::withRoom);
                var client = gateway.welcomed("alice")) {
            var thread = newThread(client);
            Recipes.play(
                    flow,
                    () ->
                            assertThat(lastAnswer(client, getThread(thread)))
                                    .isEqualTo("thread_data"));

            var leaks = flow.has(Fix.SESSIONS) ? 0 : Recipes.runsOf(flow);
            Eventually.until(
                    () -> leaks + " leaked: " + gateway.figures().sessions(),
                    () -> gateway.figures().sessions().leaked() == leaks);
            assertThat(gateway.figures().sessions().open()).isEqualTo(leaks);
        }
    }

    private static void withRoom(GatewayConfigBuilder config) {
        config.database(database(60, Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void fiveFailuresInARowEndTheConnectionAsIfAllWereWell(FlowName flow) throws Exception {
        try (var gateway = IncidentGateway.start(flow, _ -> {});
                var client = gateway.welcomed("alice")) {
            for (var i = 0; i < 5; i++) {
                client.send(startAgent("m" + i));
            }
            if (flow.has(Fix.SESSIONS)) {
                for (var i = 0; i < 5; i++) {
                    client.hear("agent_completed");
                }
                assertThat(gateway.facts(MessageFact.Failed.class)).isEmpty();
            } else if (flow.has(Fix.ACCEPT_ORDER)) {
                for (var i = 0; i < 5; i++) {
                    client.hear("error");
                }
            } else {
                assertThat(client.closeCode()).isEqualTo(1000);
                assertThat(gateway.facts(MessageFact.Failed.class))
                        .extracting(MessageFact.Failed::errorCount)
                        .containsExactly(1, 2, 3, 4, 5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GENERATOR, WITH, HANDLER_FAILED, 1, 0",
        "GENERATOR, FOR_EARLY_RETURN, agent_response, 0, 1",
        "GENERATOR, FOR_EXHAUST, agent_response, 0, 0",
        "GENERATOR, INJECT, agent_response, 0, 0",
        "CONTEXT, WITH, agent_response, 0, 0",
        "CONTEXT, FOR_EARLY_RETURN, HANDLER_FAILED, 1, 0",
        "CONTEXT, FOR_EXHAUST, HANDLER_FAILED, 1, 0",
        "CONTEXT, INJECT, HANDLER_FAILED, 1, 0",
    })
    void everyPairOfShapesDoesWhatItMust(
            SessionPattern.Provider provider,
            SessionPattern.Consumer consumer,
            String answer,
            int scopeErrors,
            int leaked)
            throws Exception {
        var parts = chatsBy(new SessionPattern(provider, consumer));
        try (var gateway =
                        IncidentGateway.start(
                                FlowName.LEGACY, config -> config.legacyParts(parts));
                var client = gateway.welcomed("alice")) {
            assertThat(lastAnswer(client, chat("m"))).isEqualTo(answer);

            Eventually.until(
                    () -> "the request is over: " + gateway.figures(),
                    () ->
                            gateway.figures().routing().routed()
                                            + gateway.figures().routing().failed()
                                    == 1);
            var sessions = gateway.figures().sessions();
            assertThat(sessions.scopeErrors()).isEqualTo(scopeErrors);
            assertThat(sessions.leaked()).isEqualTo(leaked);
            assertThat(sessions.open()).isEqualTo(leaked);
        }
    }

    /** Who reads the count of routed messages then reads the count of leaks that they left. */
    @Test
    void whatARequestLeavesBehindIsToldBeforeItsOutcome() throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        var parts =
                chatsBy(
                        new SessionPattern(
                                SessionPattern.Provider.GENERATOR,
                                SessionPattern.Consumer.FOR_EARLY_RETURN));
        try (var gateway =
                        IncidentGateway.start(
                                FlowName.LEGACY,
                                config ->
                                        config.legacyParts(parts)
                                                .observer(one -> told.add(one.fact().type())));
                var client = gateway.welcomed("alice")) {
            client.send(chat("m"));
            gateway.await(MessageFact.Routed.class, "alice");

            assertThat(told).containsSubsequence("session.leaked", "message.routed");
        }
    }

    @Test
    void aRequestThatIsRefusedInTheFrameworksHandsLeavesNothingOpen() throws Exception {
        try (var gateway = IncidentGateway.start(FlowName.LEGACY, _ -> {});
                var alice = gateway.welcomed("alice");
                var bob = gateway.welcomed("bob")) {
            var ofAlice = newThread(alice);
            var intrusion =
                    "{\"type\":\"chat\",\"content\":\"hi\",\"thread_id\":\"" + ofAlice + "\"}";

            assertThat(lastAnswer(bob, intrusion)).isEqualTo("THREAD_NOT_FOUND");

            Eventually.until(
                    () -> "refused: " + gateway.figures(),
                    () -> gateway.figures().routing().refused() == 1);
            assertThat(gateway.figures().sessions().open()).isZero();
            assertThat(gateway.facts(SessionFact.RolledBack.class)).hasSize(1);
        }
    }

    @Test
    void moreMessagesThanWaitAtOnceAreAllAnswered() throws Exception {
        try (var gateway = IncidentGateway.start(FlowName.LEGACY, _ -> {});
                var client = gateway.welcomed("alice")) {
            for (var i = 0; i < 200; i++) {
                client.send("{\"type\":\"ping\"}");
            }
            for (var i = 0; i < 200; i++) {
                client.hear("pong");
            }
        }
    }

    @Test
    void aPoolOfFiveIsDryAtTheSixthCallAndNothingThatWasAnsweredIsThere() throws Exception {
        var pattern =
                new SessionPattern(
                        SessionPattern.Provider.GENERATOR,
                        SessionPattern.Consumer.FOR_EARLY_RETURN);
        var parts = chatsBy(pattern);
        try (var gateway =
                        IncidentGateway.start(
                                FlowName.LEGACY,
                                config ->
                                        config.legacyParts(parts)
                                                .database(database(5, Duration.ofMillis(300))));
                var client = gateway.welcomed("alice")) {
            for (var call = 1; call <= 5; call++) {
                assertThat(lastAnswer(client, chat("m" + call))).isEqualTo("agent_response");
            }
            assertThat(lastAnswer(client, chat("m6"))).isEqualTo("HANDLER_FAILED");

            assertThat(gateway.figures().sessions().leaked()).isEqualTo(5);
            assertThat(gateway.facts(SessionFact.ScopeFailed.class))
                    .singleElement()
                    .satisfies(failed -> assertThat(failed.reason()).isEqualTo("acquire"));
            assertThat(gateway.facts(SessionFact.Committed.class)).isEmpty();
        }
    }

    private static LegacyParts chatsBy(SessionPattern pattern) {
        var usual = LegacyParts.usual();
        return new LegacyParts(
                usual.handlers(),
                new SessionTable(Map.of("chat", pattern), pattern),
                usual.refusal());
    }

    private static DatabaseConfig database(int pool, Duration acquire) {
        return new DatabaseConfig(
                DatabaseConfig.inMemory(UUID.randomUUID()), pool, acquire, Duration.ofSeconds(10));
    }

    private static String newThread(Client client) throws InterruptedException {
        client.send(chat("first"));
        return client.hear("agent_response").path("thread_id").stringValue();
    }

    private static String chat(String id) {
        return "{\"type\":\"chat\",\"content\":\"hello\",\"message_id\":\"" + id + "\"}";
    }

    private static String startAgent(String id) {
        return "{\"type\":\"start_agent\",\"user_request\":\"count\",\"message_id\":\""
                + id
                + "\"}";
    }

    private static String getThread(String thread) {
        return "{\"type\":\"get_thread\",\"thread_id\":\"" + thread + "\",\"message_id\":\"g\"}";
    }

    /** The type of the last answer to a message, or the code of the error. */
    private static String lastAnswer(Client client, String message) throws InterruptedException {
        client.send(message);
        while (true) {
            var heard = client.hear();
            var type = heard.path("type").stringValue();
            if (type.equals("error")) {
                return heard.at("/error/code").stringValue();
            }
            if (Set.of("agent_response", "thread_data", "agent_completed").contains(type)) {
                return type;
            }
        }
    }
}
