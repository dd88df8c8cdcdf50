package dev.gatescope.gateway.contract;

import static dev.gatescope.gateway.contract.RawClient.FIN;
import static dev.gatescope.gateway.contract.RawClient.PING;
import static dev.gatescope.gateway.contract.RawClient.PONG;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.GatewayConfig.Timeouts;
import dev.gatescope.gateway.GatewayConfigBuilder;
import dev.gatescope.gateway.routing.MessageHandler;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Whom the heartbeat takes for gone, and whom not. */
class HeartbeatTest {
    /** More than a client that is gone gets. */
    private static final int PINGS = 5;

    @Test
    void aClientWhoseMessageTakesLongIsNotTakenForGone() throws Exception {
        var mayAnswer = new CountDownLatch(1);
        MessageHandler slow =
                request -> {
                    mayAnswer.await();
                    request.reply("done", Map.of());
                };
        try (var running = RunningGateway.start(heartbeat().handler("slow", slow));
                var client = RawClient.upgraded(running.gateway().clientUri()).welcomed()) {
            client.text("{\"type\":\"slow\"}");
            for (var i = 0; i < PINGS; i++) {
                var ping = client.read();
                assertThat(ping.opcode()).isEqualTo(PING);
                client.frame(FIN | PONG, ping.payload());
            }
            mayAnswer.countDown();

            assertThat(client.json().path("type").stringValue()).isEqualTo("done");
        }
    }

    private static GatewayConfigBuilder heartbeat() {
        return GatewayConfig.builder()
                .timeouts(
                        new Timeouts(
                                Duration.ofMillis(100),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10),
                                Duration.ofHours(1)));
    }
}
