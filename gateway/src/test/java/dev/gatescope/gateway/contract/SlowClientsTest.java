package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Clients that ask for much and read nothing harm nobody but themselves. */
class SlowClientsTest {
    /** More than the sockets of both ends take together, in frames of a size that may be sent. */
    private static final int MUCH = 1_000_000;

    private static final int FRAMES = 32;

    @Test
    void thoseWhoDoNotReadKeepNoSessionFromOthersAndAreClosedWith1008() throws Exception {
        var url = DatabaseConfig.inMemory(UUID.randomUUID());
        var two = new DatabaseConfig(url, 2, Duration.ofSeconds(1), Duration.ofSeconds(10));
        try (var running = RunningGateway.start(GatewayConfig.builder().database(two));
                var first = RawClient.upgraded(running.gateway().clientUri());
                var second = RawClient.upgraded(running.gateway().clientUri());
                var other = running.ready()) {
            var slow = List.of(asksForMuch(first), asksForMuch(second));
            for (var id : slow) {
                Eventually.until(
                        () -> "bytes wait: " + connection(running, id),
                        () -> connection(running, id).path("pending_bytes").longValue() > MUCH);
            }

            other.send("{\"type\":\"chat\",\"content\":\"is anybody there?\"}");

            assertThat(other.hear().path("type").stringValue()).isEqualTo("agent_response");
            for (var id : slow) {
                Eventually.until(
                        () -> "it is given up: " + connection(running, id),
                        () -> !connection(running, id).path("close").isMissingNode());
                assertThat(connection(running, id).at("/close/code").intValue()).isEqualTo(1008);
            }
            assertThat(running.figures().sessions().scopeErrors()).isZero();
        }
    }

    /** The id of the client's connection; it asks from now on. */
    private static String asksForMuch(RawClient client) throws IOException {
        var id = client.json().at("/data/connection_id").stringValue();
        var _ = Thread.ofVirtual().start(() -> askForMuch(client));
        return id;
    }

    private static void askForMuch(RawClient client) {
        var frame = "{\"type\":\"start_agent\",\"user_request\":\"" + "x".repeat(MUCH) + "\"}";
        try {
            for (var i = 0; i < FRAMES; i++) {
                client.text(frame);
            }
        } catch (IOException e) {
            // It has been given up.
        }
    }

    private static JsonNode connection(RunningGateway running, String id) {
        return Admin.get(running, "/api/v1/connections/" + id);
    }
}
