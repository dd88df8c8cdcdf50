package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

/** A text frame that its sender has to mend costs an error frame, never the connection. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadFramesTest {
    private RunningGateway running;
    private RawClient client;

    @BeforeAll
    void start() throws Exception {
        running = RunningGateway.start(GatewayConfig.builder());
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @BeforeEach
    void connect() throws Exception {
        client = RawClient.upgraded(running.gateway().clientUri()).welcomed();
    }

    @AfterEach
    void stillUsable() throws Exception {
        client.text("{\"type\":\"ping\",\"message_id\":\"after\"}");
        var pong = client.json();
        assertThat(pong.path("type").stringValue()).isEqualTo("pong");
        assertThat(pong.path("correlation_id").stringValue()).isEqualTo("after");
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "hello",
                "{\"type\":\"ping\"",
                "{\"type\":\"ping\"} {\"type\":\"ping\"}",
                "{'type':'ping'}",
                "{\"type\":\"ping\",}",
                "{\"type\":\"ping\",\"n\":NaN}",
                "{\"type\":\"a\u0000b\"}",
                "{\"type\":\"ping\"}x"
            })
    void textThatIsNoJson(String frame) throws Exception {
        assertRefused(frame, "INVALID_JSON");
    }

    @Test
    void nestingDeeperThanAHundred() throws Exception {
        assertRefused(nested(101), "INVALID_JSON");
        assertRefused("[".repeat(100_000), "INVALID_JSON");

        client.text(nested(100));
        assertThat(client.json().path("type").stringValue()).isEqualTo("pong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"type\":\"ping\"}]",
                "null",
                "5",
                "\"ping\"",
                "{}",
                "{\"type\":null}",
                "{\"type\":5}",
                "{\"type\":\"\"}",
                "{\"type\":[\"ping\"]}",
                "{\"type\":\"ping\",\"payload\":[]}",
                "{\"type\":\"ping\",\"payload\":\"x\"}",
                "{\"type\":\"ping\",\"message_id\":5}",
                "{\"type\":\"ping\",\"thread_id\":{}}",
                "{\"type\":\"chat\"}",
                "{\"type\":\"chat\",\"content\":5}",
                "{\"type\":\"chat\",\"content\":null}",
                "{\"type\":\"chat\",\"content\":\"\"}",
                "{\"type\":\"chat\",\"content\":\"beside\",\"payload\":{}}",
                "{\"type\":\"chat\",\"content\":\"x\",\"thread_id\":7}",
                "{\"type\":\"user_message\",\"payload\":{\"content\":[]}}",
                "{\"type\":\"start_agent\"}",
                "{\"type\":\"start_agent\",\"user_request\":false}",
                "{\"type\":\"get_thread\"}",
                "{\"type\":\"get_thread\",\"thread_id\":5}",
                "{\"type\":\"get_thread\",\"payload\":{\"thread_id\":5}}",
                "{\"type\":\"get_thread\",\"thread_id\":\"x\",\"limit\":\"ten\"}",
                "{\"type\":\"get_thread\",\"thread_id\":\"x\",\"limit\":0}",
                "{\"type\":\"get_thread\",\"thread_id\":\"x\",\"limit\":1.5}",
                "{\"type\":\"get_thread\",\"thread_id\":\"x\",\"before\":-1}",
                "{\"type\":\"get_thread\",\"thread_id\":\"x\",\"before\":99999999999999999999}"
            })
    void jsonThatIsNoMessage(String frame) throws Exception {
        assertRefused(frame, "INVALID_MESSAGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"subscribe", "PING", "ping ", "authenticate", "error", "java.lang.String"})
    void anUnknownType(String type) throws Exception {
        assertRefused("{\"type\":\"" + type + "\"}", "UNKNOWN_TYPE");
    }

    @Test
    void anUnknownTypeIsToldWhichTypesThereAre() throws Exception {
        client.text("{\"type\":\"subscribe\"}");

        assertThat(client.json().at("/error/details/types").valueStream())
                .extracting(JsonNode::stringValue)
                .containsExactly("chat", "get_thread", "ping", "start_agent", "user_message");
    }

    @Test
    void whatIsLongIsNotBadForThat() throws Exception {
        for (var field :
                new String[] {
                    "\"" + "k".repeat(100_000) + "\":1",
                    "\"k\":\"" + "v".repeat(1_000_000) + "\"",
                    "\"k\":" + "9".repeat(900),
                    "\"k\":1e999999999"
                }) {
            client.text("{\"type\":\"ping\"," + field + "}");

            assertThat(client.json().path("type").stringValue()).isEqualTo("pong");
        }
    }

    @Test
    void theErrorCarriesTheMessageIdWhereThereIsOne() throws Exception {
        for (var frame :
                new String[] {
                    "{\"type\":\"nonsense\",\"message_id\":\"m1\"}",
                    "{\"type\":\"chat\",\"message_id\":\"m1\"}",
                    "{\"type\":5,\"message_id\":\"m1\"}",
                    "{\"message_id\":\"m1\"}"
                }) {
            client.text(frame);

            assertThat(client.json().path("correlation_id").stringValue()).isEqualTo("m1");
        }
    }

    private void assertRefused(String frame, String code) throws Exception {
        client.text(frame);

        var answer = client.json();
        assertThat(answer.path("type").stringValue()).isEqualTo("error");
        assertThat(answer.at("/error/code").stringValue()).isEqualTo(code);
        assertThat(answer.at("/error/message").stringValue())
                .isNotBlank()
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("jackson", "java.");
        assertThat(answer.has("correlation_id")).isFalse();
        assertThat(answer.path("timestamp").stringValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    private static String nested(int depth) {
        return "{\"type\":\"ping\",\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }
}
