package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A database that stalls makes handlers wait, hundreds at a time; the others must not. */
class BlockedHandlersTest {
    private static final int CROWD = 400;

    @Test
    void whoWaitsForADatabaseKeepsNobodyElseWaiting() throws Exception {
        var works = new CountDownLatch(1);
        var waiting = new AtomicInteger();
        var config =
                GatewayConfig.builder()
                        .handler(
                                "stalls",
                                request -> {
                                    waiting.incrementAndGet();
                                    works.await();
                                    request.reply("done", Map.of());
                                });
        try (var running = RunningGateway.start(config)) {
            var clients = new ArrayList<Client>();
            for (var i = 0; i < CROWD; i++) {
                var client = running.ready();
                client.send("{\"type\":\"stalls\"}");
                clients.add(client);
            }
            try {
                Eventually.until(() -> "all wait: " + waiting, () -> waiting.get() == CROWD);

                assertThat(health(running)).isEqualTo(200);
                var other = running.ready();
                other.send("{\"type\":\"ping\"}");
                assertThat(other.hear().path("type").stringValue()).isEqualTo("pong");
            } finally {
                works.countDown();
            }
            for (var client : clients) {
                assertThat(client.hear().path("type").stringValue()).isEqualTo("done");
            }
        }
    }

    private static int health(RunningGateway running) throws Exception {
        var port = running.gateway().clientUri().getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"));
        return running.http()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
