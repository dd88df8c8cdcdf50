package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.routing.MessageHandler;
import dev.gatescope.gateway.routing.Request;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.Map;

/** Whatever breaks inside stays inside: a client hears only that it broke. */
class FailingHandlerTest {
    private static final String SECRET_WORDS = "password is hunter2";

    @Test
    void noExceptionEverReachesAClient() throws Exception {
        var failures =
                Map.<String, MessageHandler>of(
                        "checked",
                                _ -> {
                                    throw new SQLException(SECRET_WORDS);
                                },
                        "unchecked",
                                _ -> {
                                    throw new IllegalStateException(SECRET_WORDS);
                                },
                        "assertion",
                                _ -> {
                                    throw new AssertionError(SECRET_WORDS);
                                },
                        "endless", FailingHandlerTest::endless,
                        "unwritable", request -> request.reply("x", Map.of("y", new Unwritable())));
        var config = GatewayConfig.builder();
        failures.forEach(config::handler);
        try (var running = RunningGateway.start(config);
                var client = RawClient.upgraded(running.gateway().clientUri()).welcomed()) {
            for (var type : failures.keySet()) {
                client.text("{\"type\":\"" + type + "\",\"message_id\":\"" + type + "\"}");

                var answer = client.json();
                assertThat(answer.at("/error/code").stringValue()).isEqualTo("HANDLER_FAILED");
                assertThat(answer.path("correlation_id").stringValue()).isEqualTo(type);
                assertThat(answer.toString())
                        .doesNotContain(SECRET_WORDS, "Exception", "Error\"", "java.", "dev.");
            }
            client.text("{\"type\":\"ping\"}");
            assertThat(client.json().path("type").stringValue()).isEqualTo("pong");
            assertThat(running.figures().routing().failed()).isEqualTo(failures.size());
        }
    }

    @SuppressWarnings("InfiniteRecursion") // on purpose
    private static void endless(Request request) {
        endless(request);
    }

    /** A bean that cannot be turned into JSON. */
    public static final class Unwritable {
        /** Fails as beans of careless handlers do. */
        @SuppressWarnings("DoNotCallSuggester") // only a codec calls it
        public String getText() {
            throw new IllegalStateException(SECRET_WORDS);
        }
    }
}
