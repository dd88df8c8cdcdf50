package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;

/** What a client that behaves says and hears. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationTest {
    private static final String TIMESTAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private RunningGateway running;

    @BeforeAll
    void start() throws Exception {
        running = RunningGateway.start(GatewayConfig.builder().tokens(Tokens.rules()));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void theWelcomeComesFirstAndTellsTheTerms() throws Exception {
        try (var client = as("alice")) {
            var welcome = client.json();

            assertThat(welcome.path("type").stringValue()).isEqualTo("connection_established");
            assertThat(welcome.propertyNames()).containsExactly("type", "data", "timestamp");
            var data = welcome.path("data");
            assertThat(data.propertyNames())
                    .containsExactly(
                            "connection_id",
                            "user_id",
                            "flow",
                            "heartbeat_interval_ms",
                            "max_message_bytes");
            assertThat(data.path("connection_id").stringValue()).matches("conn_[0-9a-f]{12}");
            assertThat(data.path("user_id").stringValue()).isEqualTo("alice");
            assertThat(data.path("flow").stringValue()).isEqualTo("fixed");
            assertThat(data.path("heartbeat_interval_ms").intValue()).isEqualTo(30_000);
            assertThat(data.path("max_message_bytes").intValue()).isEqualTo(1_048_576);
            assertThat(welcome.path("timestamp").stringValue()).matches(TIMESTAMP);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"chat\",\"content\":\"hello\",\"message_id\":\"m\"}",
                "{\"type\":\"user_message\",\"content\":\"hello\",\"message_id\":\"m\"}",
                "{\"type\":\"chat\",\"payload\":{\"content\":\"hello\"},\"message_id\":\"m\"}",
                "{\"message_id\":\"m\",\"payload\":{\"content\":\"é😀\"},\"type\":\"user_message\"}"
            })
    void aChatIsAnsweredWithItsIdAndThread(String frame) throws Exception {
        try (var client = as("bob").welcomed()) {
            client.text(frame);

            var answer = client.json();
            assertThat(answer.path("type").stringValue()).isEqualTo("agent_response");
            assertThat(answer.at("/data/content").stringValue()).isNotBlank();
            assertThat(answer.path("correlation_id").stringValue()).isEqualTo("m");
            assertThat(answer.path("thread_id").stringValue()).isNotBlank();
            assertThat(answer.path("timestamp").stringValue()).matches(TIMESTAMP);
        }
    }

    @Test
    void anAnswerToAMessageWithoutAnIdHasNoCorrelationId() throws Exception {
        try (var client = as("bob").welcomed()) {
            client.text("{\"type\":\"ping\"}");

            var pong = client.json();
            assertThat(pong.path("type").stringValue()).isEqualTo("pong");
            assertThat(pong.propertyNames()).containsExactly("type", "data", "timestamp");
        }
    }

    @Test
    void anAgentTellsItsStepsInOrderUnderOneId() throws Exception {
        try (var client = as("carol").welcomed()) {
            client.text(
                    "{\"type\":\"start_agent\",\"user_request\":\"count\",\"message_id\":\"a\"}");

            var types = new ArrayList<String>();
            for (var i = 0; i < 5; i++) {
                var frame = client.json();
                types.add(frame.path("type").stringValue());
                assertThat(frame.path("correlation_id").stringValue()).isEqualTo("a");
            }
            assertThat(types)
                    .containsExactly(
                            "agent_started",
                            "agent_thinking",
                            "tool_executing",
                            "tool_completed",
                            "agent_completed");
        }
    }

    @Test
    void answersComeInTheOrderOfTheMessages() throws Exception {
        try (var client = as("ivan").welcomed()) {
            for (var i = 0; i < 200; i++) {
                var type = i % 3 == 0 ? "chat" : i % 3 == 1 ? "ping" : "nonsense";
                client.text(
                        "{\"type\":\""
                                + type
                                + "\",\"content\":\"x\",\"message_id\":\"m"
                                + i
                                + "\"}");
            }
            for (var i = 0; i < 200; i++) {
                assertThat(client.json().path("correlation_id").stringValue()).isEqualTo("m" + i);
            }
        }
    }

    private RawClient as(String user) throws IOException {
        return RawClient.upgraded(
                running.gateway().clientUri(), Tokens.inHeader(Tokens.good(user)));
    }
}
