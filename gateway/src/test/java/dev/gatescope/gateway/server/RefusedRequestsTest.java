package dev.gatescope.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** What operators see of requests that never became a WebSocket. */
class RefusedRequestsTest {
    @Test
    void healthPagesAreNoRefusalsButWhatOnlyLooksLikeThemIs() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            for (var path :
                    List.of(
                            "/health",
                            "/health/ready",
                            "/health/live",
                            "/healthz",
                            "/health/wealth")) {
                get(running, path);
            }

            Eventually.until(
                    () -> "the last is listed: " + refused(running),
                    () -> refused(running).contains("/health/wealth"));
            assertThat(refused(running)).containsExactly("/health/wealth", "/healthz");
        }
    }

    private static List<String> refused(RunningGateway running) {
        return Admin.get(running, "/api/v1/refused-requests")
                .path("items")
                .valueStream()
                .map((JsonNode item) -> item.path("path").stringValue())
                .toList();
    }

    private static void get(RunningGateway running, String path) throws Exception {
        var port = running.gateway().clientUri().getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        running.http().send(request.build(), HttpResponse.BodyHandlers.discarding());
    }
}
