package dev.gatescope.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.RunningGateway;
import dev.gatescope.gateway.support.Threads;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** The incident report's first test, in truthful form. */
class ConnectionTest {
    @Test
    void aChatIsAnsweredByItsOwnConnectionsHandlerAndIsInTheDatabaseAfterwards() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder());
                var alice = running.ready();
                var other = running.ready()) {
            alice.send("{\"type\":\"chat\",\"content\":\"remember me\",\"message_id\":\"a1\"}");
            var answer = alice.hear();

            assertThat(answer.path("type").stringValue()).isEqualTo("agent_response");
            assertThat(answer.path("correlation_id").stringValue()).isEqualTo("a1");
            var thread = answer.path("thread_id").stringValue();
            assertThat(Threads.contents(other, thread)).contains("remember me");
        }
    }

    @Test
    void everyConnectionIsServedByAHandlerOfItsOwn() throws Exception {
        var config =
                GatewayConfig.builder()
                        .handler(
                                "who",
                                request ->
                                        request.reply(
                                                "you", Map.of("id", request.connection().id())));
        try (var running = RunningGateway.start(config)) {
            for (var i = 0; i < 20; i++) {
                var client = running.connect();
                var own = client.hear().at("/data/connection_id").stringValue();
                client.send("{\"type\":\"who\"}");
                assertThat(client.hear().at("/data/id").stringValue()).isEqualTo(own);
            }
            assertThat(running.figures().handlers().registered()).isEqualTo(20);
        }
    }
}
