package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.Client;
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
    private static final int UNREAD_AT_MOST = 1_048_576;

    @Test
    void thoseWhoDoNotReadKeepNoSessionFromOthersAndAreClosedWith1008() throws Exception {
        var url = DatabaseConfig.inMemory(UUID.randomUUID());
        var two = new DatabaseConfig(url, 2, Duration.ofSeconds(1), Duration.ofSeconds(10));
        try (var running = RunningGateway.start(GatewayConfig.builder().database(two));
                var first = RawClient.upgraded(running.gateway().clientUri());
                var second = RawClient.upgraded(running.gateway().clientUri());
                var other = running.ready()) {
            var slow = List.of(asksForMuch(first), asksForMuch(second));
            Eventually.until(
                    () -> "both make their senders wait: " + waitedFor(running),
                    () -> waitedFor(running) == slow.size());

            Eventually.until(
                    () -> "they are given up: " + closed(running),
                    () -> {
                        assertThat(chat(other)).isEqualTo("agent_response");
                        return closed(running).size() == slow.size();
                    });
            for (var one : closed(running)) {
                assertThat(slow).contains(one.path("id").stringValue());
                assertThat(one.at("/close/code").intValue()).isEqualTo(1008);
                assertThat(one.at("/close/initiator").stringValue()).isEqualTo("timeout");
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

    /** The type of the answer. */
    private static String chat(Client client) {
        client.send("{\"type\":\"chat\",\"content\":\"is anybody there?\"}");
        try {
            return client.hear().path("type").stringValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** How many have more under way than a sender leaves without waiting. */
    private static long waitedFor(RunningGateway running) {
        return Admin.get(running, "/api/v1/connections")
                .path("items")
                .valueStream()
                .filter(one -> one.path("pending_bytes").longValue() > UNREAD_AT_MOST)
                .count();
    }

    private static List<JsonNode> closed(RunningGateway running) {
        return Admin.get(running, "/api/v1/connections?state=closed")
                .path("items")
                .valueStream()
                .toList();
    }
}
