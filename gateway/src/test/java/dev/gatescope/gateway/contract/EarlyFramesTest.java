package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.Gateway;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.stream.Stream;

/** What clients send before the gateway is ready. */
class EarlyFramesTest {
    private static final int KEPT_BYTES = 1_048_576;

    /** Clients that keep as much as one may, until all together keep no more. */
    private static final int MOST_OF_ALL = 64;

    /** Sees a client that waits; afterwards the gateway becomes ready. */
    @FunctionalInterface
    private interface Scene {
        void play(RawClient early, AutoCloseable becomeReady) throws Exception;
    }

    @Test
    void whatIsSentBeforeTheWelcomeIsAnsweredInOrderAfterIt() throws Exception {
        beforeReady((early, becomeReady) -> {
            early.text("{\"type\":\"chat\",\"content\":\"hi\",\"message_id\":\"0\"}");
            early.text("no JSON");
            early.text("{\"type\":\"ping\",\"message_id\":\"2\"}");
            becomeReady.close();

            assertThat(early.welcomed().json().path("correlation_id").stringValue()).isEqualTo("0");
            assertThat(early.errorCode()).isEqualTo("INVALID_JSON");
            assertThat(early.json().path("correlation_id").stringValue()).isEqualTo("2");
        });
    }

    @Test
    void moreThanSixtyFourFramesOverflow() throws Exception {
        beforeReady((early, becomeReady) -> {
            for (var i = 0; i < 67; i++) {
                early.text("{\"type\":\"ping\",\"message_id\":\"" + i + "\"}");
            }
            for (var id : new String[] {"64", "65", "66"}) {
                var refused = early.json();
                assertThat(refused.at("/error/code").stringValue()).isEqualTo("NOT_READY");
                assertThat(refused.path("correlation_id").stringValue()).isEqualTo(id);
            }
            becomeReady.close();
            early.welcomed();
            for (var i = 0; i < 64; i++) {
                assertThat(early.json().path("correlation_id").stringValue())
                        .isEqualTo(String.valueOf(i));
            }
            early.text("{\"type\":\"ping\",\"message_id\":\"again\"}");
            assertThat(early.json().path("correlation_id").stringValue()).isEqualTo("again");
        });
    }

    @Test
    void moreThanAMebibyteOverflows() throws Exception {
        beforeReady((early, becomeReady) -> {
            early.text(pingOf(KEPT_BYTES - 100, "kept"));
            early.text(pingOf(200, "too much"));
            var refused = early.json();
            assertThat(refused.at("/error/code").stringValue()).isEqualTo("NOT_READY");
            assertThat(refused.path("correlation_id").stringValue()).isEqualTo("too much");
            becomeReady.close();

            assertThat(early.welcomed().json().path("correlation_id").stringValue())
                    .isEqualTo("kept");
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "gatescope.full", matches = "true")
    void moreThanSixtyFourMebibytesOfAllTogetherOverflow() throws Exception {
        var gateway = Gateway.prepare(GatewayConfig.builder().build());
        try (var running = RunningGateway.of(gateway)) {
            var hold = gateway.startup().hold(ComponentName.ROUTER);
            gateway.listen();
            var full = new ArrayList<RawClient>();
            for (var i = 0; i < MOST_OF_ALL; i++) {
                var client = RawClient.upgraded(gateway.clientUri());
                full.add(client);
                client.text(pingOf(KEPT_BYTES, "kept"));
            }
            Eventually.until(
                    () -> "all are kept: " + queued(running), () -> queued(running) == MOST_OF_ALL);
            try (var tooMuch = RawClient.upgraded(gateway.clientUri())) {
                tooMuch.text("{\"type\":\"ping\",\"message_id\":\"too much\"}");
                var refused = tooMuch.json();
                assertThat(refused.at("/error/code").stringValue()).isEqualTo("NOT_READY");
                assertThat(refused.path("correlation_id").stringValue()).isEqualTo("too much");
                hold.close();

                tooMuch.welcomed();
                tooMuch.text("{\"type\":\"ping\",\"message_id\":\"again\"}");
                assertThat(tooMuch.json().path("correlation_id").stringValue()).isEqualTo("again");
            }
            for (var client : full) {
                assertThat(client.welcomed().json().path("correlation_id").stringValue())
                        .isEqualTo("kept");
                client.close();
            }
            gateway.awaitStarted();
        }
    }

    private static long queued(RunningGateway running) {
        var queued = 0L;
        for (var one : Admin.get(running, "/api/v1/connections").path("items")) {
            var id = one.path("id").stringValue();
            for (var event : Admin.get(running, "/api/v1/connections/" + id).path("timeline")) {
                if (event.path("type").stringValue().equals("message.queued")) {
                    queued++;
                }
            }
        }
        return queued;
    }

    @Test
    void aClientThatLeavesWhileItWaitsHasMerelyVanished() throws Exception {
        var gateway = Gateway.prepare(GatewayConfig.builder().build());
        try (var running = RunningGateway.of(gateway)) {
            var hold = gateway.startup().hold(ComponentName.ROUTER);
            gateway.listen();
            var early = RawClient.upgraded(gateway.clientUri());
            early.text("{\"type\":\"ping\"}");
            early.close();
            Eventually.until(
                    () -> "vanished: " + running.figures().connections(),
                    () -> running.figures().connections().vanished() == 1);
            assertThat(running.figures().connections().failed()).isZero();
            hold.close();
            gateway.awaitStarted();
        }
    }

    @Test
    void healthNamesWhatIsMissing() throws Exception {
        var gateway = Gateway.prepare(GatewayConfig.builder().build());
        try (var running = RunningGateway.of(gateway)) {
            var hold = gateway.startup().hold(ComponentName.ROUTER);
            gateway.listen();
            Eventually.until(
                    () -> "only the router is missing",
                    () ->
                            get(running, "/health/ready")
                                    .endsWith(
                                            "{\"status\":\"not_ready\",\"missing\":[\"router\"]}"));
            assertThat(get(running, "/health/ready")).startsWith("HTTP/1.1 503 ");
            assertThat(get(running, "/health")).startsWith("HTTP/1.1 503 ");
            assertThat(get(running, "/health/live")).startsWith("HTTP/1.1 200 ");
            hold.close();
            gateway.awaitStarted();

            Stream.of("/health", "/health/ready", "/health/live")
                    .forEach(path -> assertThat(get(running, path)).startsWith("HTTP/1.1 200 "));
        }
    }

    private static void beforeReady(Scene scene) throws Exception {
        var gateway = Gateway.prepare(GatewayConfig.builder().build());
        try (var running = RunningGateway.of(gateway);
                var hold = gateway.startup().hold(ComponentName.ROUTER)) {
            gateway.listen();
            try (var early = RawClient.upgraded(gateway.clientUri())) {
                Eventually.until(
                        () -> "it waits: " + running.figures().connections(),
                        () ->
                                running.figures()
                                                .connections()
                                                .byState()
                                                .getOrDefault("waiting", 0L)
                                        == 1);
                scene.play(early, hold);
            }
            gateway.awaitStarted();
        }
    }

    private static String get(RunningGateway running, String path) {
        try (var client = new RawClient(running.gateway().clientUri())) {
            var head =
                    client.request(
                            "GET "
                                    + path
                                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            return head + client.readBody(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pingOf(int bytes, String id) {
        var frame = "{\"type\":\"ping\",\"message_id\":\"" + id + "\",\"x\":\"\"}";
        return frame.replace("\"x\":\"\"", "\"x\":\"" + "a".repeat(bytes - frame.length()) + '"');
    }
}
