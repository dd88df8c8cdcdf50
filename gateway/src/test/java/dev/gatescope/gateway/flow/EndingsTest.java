package dev.gatescope.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.GatewayConfig.Timeouts;
import dev.gatescope.gateway.GatewayConfigBuilder;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RawSocket;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/** However a connection ends, everything is given back, and it is told how it ended. */
class EndingsTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void theClientClosesNormally() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            running.ready().close();

            var closed = onlyClosed(running);
            assertThat(closed.at("/close/code").intValue()).isEqualTo(1000);
            assertThat(closed.at("/close/initiator").stringValue()).isEqualTo("client");
            assertThat(closed.path("outcome").stringValue()).isEqualTo("ready");
        }
    }

    @Test
    void theClientBreaksTheConnection() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            try (var client = new RawSocket(running.gateway().clientUri())) {
                client.requestUpgrade();
                client.readHead();
                awaitReady(running);
                client.reset();
            }

            var closed = onlyClosed(running);
            assertThat(closed.at("/close/code").intValue()).isEqualTo(1006);
            assertThat(closed.at("/close/initiator").stringValue()).isEqualTo("network");
        }
    }

    @Test
    void aHalfOpenClientIsGivenUpAfterTwoMissedHeartbeats() throws Exception {
        try (var running = RunningGateway.start(timeouts(Duration.ofMillis(100), LONG));
                var client = new RawSocket(running.gateway().clientUri())) {
            client.requestUpgrade();
            client.readHead();

            var closed = onlyClosed(running);
            assertThat(closed.at("/close/initiator").stringValue()).isEqualTo("timeout");
        }
    }

    @Test
    void aClientThatAnswersItsHeartbeatsStaysAndShowsItsRoundTrip() throws Exception {
        try (var running = RunningGateway.start(timeouts(Duration.ofMillis(50), LONG));
                var client = running.ready()) {
            Eventually.until(
                    () -> "a round trip is measured",
                    () -> !connections(running).at("/items/0/rtt_ms").isMissingNode());
            client.send("{\"type\":\"ping\"}");
            assertThat(client.hear().path("type").stringValue()).isEqualTo("pong");
        }
    }

    @Test
    void anIdleClientIsClosedWith1001() throws Exception {
        var idle = Duration.ofMillis(200);
        try (var running = RunningGateway.start(timeouts(Duration.ofMillis(100), idle))) {
            var client = running.ready();

            assertThat(client.closeCode()).isEqualTo(1001);
            var closed = onlyClosed(running);
            assertThat(closed.at("/close/reason").stringValue()).isEqualTo("idle");
            assertThat(closed.at("/close/initiator").stringValue()).isEqualTo("timeout");
        }
    }

    @Test
    void anOversizeMessageIsClosedWith1009() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            var client = running.ready();
            client.send("x".repeat(1_048_577));

            assertThat(client.closeCode()).isEqualTo(1009);
            var closed = onlyClosed(running);
            assertThat(closed.at("/close/code").intValue()).isEqualTo(1009);
            assertThat(closed.at("/close/initiator").stringValue()).isEqualTo("gateway");
        }
    }

    @Test
    void aMessageOfTheGreatestSizeIsTaken() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder());
                var client = running.ready()) {
            var frame = "{\"type\":\"ping\",\"payload\":{\"x\":\"%s\"}}";
            client.send(frame.formatted("x".repeat(1_048_576 - frame.length() + 2)));

            assertThat(client.hear().path("type").stringValue()).isEqualTo("pong");
        }
    }

    @Test
    void aFailedAuthenticationIsToldAndClosedWith1008() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder());
                var client = new RawSocket(running.gateway().clientUri())) {
            client.requestUpgrade("Authorization: Bearer nonsense");
            client.readHead();

            var closed = onlyClosed(running);
            assertThat(closed.at("/close/code").intValue()).isEqualTo(1008);
            assertThat(closed.at("/close/reason").stringValue()).isEqualTo("AUTH_FAILED");
            assertThat(closed.path("outcome").stringValue()).isEqualTo("rejected");
        }
    }

    @Test
    void aHandlerThatThrowsCostsItsMessageAndNothingElse() throws Exception {
        var config =
                GatewayConfig.builder()
                        .handler(
                                "break",
                                _ -> {
                                    throw new IllegalStateException("secret inner state");
                                });
        try (var running = RunningGateway.start(config);
                var client = running.ready()) {
            client.send("{\"type\":\"break\",\"message_id\":\"7\"}");
            var failure = client.hear();
            client.send("{\"type\":\"ping\"}");

            assertThat(failure.at("/error/code").stringValue()).isEqualTo("HANDLER_FAILED");
            assertThat(failure.path("correlation_id").stringValue()).isEqualTo("7");
            assertThat(failure.toString()).doesNotContain("secret").doesNotContain("Exception");
            assertThat(client.hear().path("type").stringValue()).isEqualTo("pong");
            assertThat(running.figures().routing().failed()).isEqualTo(1);
        }
    }

    @Test
    void aStoppingGatewaySaysSoToEveryClient() throws Exception {
        var running = RunningGateway.start(GatewayConfig.builder());
        var first = running.ready();
        var second = running.ready();

        running.gateway().close();

        assertThat(first.closeCode()).isEqualTo(1001);
        assertThat(second.closeCode()).isEqualTo(1001);
        running.awaitNothingHeld();
        running.close();
    }

    private static GatewayConfigBuilder timeouts(Duration heartbeat, Duration idle) {
        return GatewayConfig.builder()
                .timeouts(
                        new Timeouts(
                                heartbeat, Duration.ofSeconds(5), Duration.ofSeconds(10), idle));
    }

    private static void awaitReady(RunningGateway running) {
        Eventually.until(
                () -> "ready: " + running.figures().connections(),
                () -> running.figures().connections().ready() == 1);
    }

    private static JsonNode connections(RunningGateway running) {
        return Admin.get(running, "/api/v1/connections");
    }

    private static JsonNode onlyClosed(RunningGateway running) {
        Eventually.until(
                () -> "closed: " + connections(running),
                () -> connections(running).at("/items/0/state").stringValue("").equals("closed"));
        return connections(running).at("/items/0");
    }
}
