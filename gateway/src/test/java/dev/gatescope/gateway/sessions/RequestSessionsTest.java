package dev.gatescope.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.GatewayConfigBuilder;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RunningGateway;
import dev.gatescope.gateway.support.Threads;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** The incident report's third test, in truthful form: a session lasts as long as its request. */
class RequestSessionsTest {
    private static final String THREAD = "thread-of-the-test";

    @Test
    void theWorkIsCommittedWhenTheRequestSucceeds() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder());
                var client = running.ready()) {
            client.send(
                    "{\"type\":\"chat\",\"content\":\"kept\",\"thread_id\":\"" + THREAD + "\"}");
            client.hear("agent_response");

            assertThat(Threads.contents(client, THREAD)).contains("kept");
            assertThat(running.figures().sessions().opened()).isEqualTo(2);
            running.awaitNoSession();
        }
    }

    @Test
    void theWorkIsUndoneWhenTheRequestFails() throws Exception {
        try (var running = RunningGateway.start(writesThenThrows());
                var client = running.ready()) {
            client.send("{\"type\":\"write_and_throw\"}");

            assertThat(client.hear().at("/error/code").stringValue()).isEqualTo("HANDLER_FAILED");
            client.send("{\"type\":\"get_thread\",\"thread_id\":\"" + THREAD + "\"}");
            assertThat(client.hear().at("/error/code").stringValue()).isEqualTo("THREAD_NOT_FOUND");
            running.awaitNoSession();
        }
    }

    @Test
    void aStatementThatTakesTooLongIsStoppedAndItsWorkUndone() throws Exception {
        var url = DatabaseConfig.inMemory(UUID.randomUUID());
        var impatient = new DatabaseConfig(url, 5, Duration.ofSeconds(5), Duration.ofSeconds(1));
        var config =
                GatewayConfig.builder()
                        .database(impatient)
                        .handler(
                                "count_forever",
                                request ->
                                        request.inSession(session ->
                                                session.sql()
                                                        .createQuery(
                                                                "SELECT COUNT(*) FROM"
                                                                    + " SYSTEM_RANGE(1, 1000000) a,"
                                                                    + " SYSTEM_RANGE(1, 1000000) b")
                                                        .mapTo(Long.class)
                                                        .one()));
        try (var running = RunningGateway.start(config);
                var client = running.ready()) {
            client.send("{\"type\":\"count_forever\"}");

            assertThat(client.hear().at("/error/code").stringValue()).isEqualTo("HANDLER_FAILED");
            running.awaitNoSession();
        }
    }

    @Test
    void aThousandRequestsThroughAPoolOfFiveAllSucceed() throws Exception {
        var url = DatabaseConfig.inMemory(UUID.randomUUID());
        var small = new DatabaseConfig(url, 5, Duration.ofSeconds(10), Duration.ofSeconds(10));
        try (var running = RunningGateway.start(GatewayConfig.builder().database(small))) {
            var clients = new ArrayList<Client>();
            for (var i = 0; i < 50; i++) {
                clients.add(running.ready());
            }
            for (var round = 0; round < 20; round++) {
                for (var client : clients) {
                    client.send(
                            "{\"type\":\"chat\",\"content\":\"x\",\"message_id\":\""
                                    + round
                                    + "\"}");
                }
            }
            for (var client : clients) {
                for (var round = 0; round < 20; round++) {
                    assertThat(client.hear("agent_response").path("correlation_id").stringValue())
                            .isEqualTo(String.valueOf(round));
                }
            }
            Eventually.until(
                    () -> "all are routed: " + running.figures().routing(),
                    () -> running.figures().routing().routed() == 1_000);
            assertThat(running.figures().sessions().opened()).isEqualTo(1_000);
            running.awaitNoSession();
        }
    }

    @Test
    void whoGetsNoSessionInTimeIsToldAndCountedWhileTheOthersGoOn() throws Exception {
        var url = DatabaseConfig.inMemory(UUID.randomUUID());
        var tiny = new DatabaseConfig(url, 2, Duration.ofMillis(300), Duration.ofSeconds(10));
        var held = new CountDownLatch(2);
        var enough = new CountDownLatch(1);
        var config =
                GatewayConfig.builder()
                        .database(tiny)
                        .handler(
                                "hold",
                                request -> {
                                    request.inSession(session -> {
                                        held.countDown();
                                        enough.await();
                                        return true;
                                    });
                                    request.reply("let_go", Map.of());
                                });
        try (var running = RunningGateway.start(config);
                var first = running.ready();
                var second = running.ready();
                var other = running.ready()) {
            first.send("{\"type\":\"hold\"}");
            second.send("{\"type\":\"hold\"}");
            held.await();

            other.send("{\"type\":\"chat\",\"content\":\"x\",\"message_id\":\"1\"}");
            var failure = other.hear();
            other.send("{\"type\":\"ping\"}");

            assertThat(failure.at("/error/code").stringValue()).isEqualTo("HANDLER_FAILED");
            assertThat(failure.path("correlation_id").stringValue()).isEqualTo("1");
            assertThat(other.hear().path("type").stringValue()).isEqualTo("pong");
            assertThat(running.figures().sessions().scopeErrors()).isEqualTo(1);
            enough.countDown();
            assertThat(first.hear().path("type").stringValue()).isEqualTo("let_go");
            assertThat(second.hear().path("type").stringValue()).isEqualTo("let_go");
            other.send("{\"type\":\"chat\",\"content\":\"x\"}");
            assertThat(other.hear().path("type").stringValue()).isEqualTo("agent_response");
            running.awaitNoSession();
        }
    }

    @Test
    void whatAFailedMessageRestsOnIsInTheJournal() throws Exception {
        try (var running = RunningGateway.start(writesThenThrows());
                var client = running.ready()) {
            client.send("{\"type\":\"write_and_throw\"}");
            client.hear();

            var failed = Admin.get(running, "/api/v1/events?type=message.failed").at("/items/0");
            var cause = failed.path("cause").stringValue();
            var received = Admin.get(running, "/api/v1/events?type=message.received").path("items");
            assertThat(received.findValuesAsString("id")).containsExactly(cause);
            assertThat(failed.at("/data/error_count").intValue()).isEqualTo(1);
        }
    }

    private static GatewayConfigBuilder writesThenThrows() {
        return GatewayConfig.builder()
                .handler(
                        "write_and_throw",
                        request -> {
                            request.inSession(session -> {
                                session.sql()
                                        .execute(
                                                "INSERT INTO thread (id, owner, created_at)"
                                                        + " VALUES (?, ?, 0)",
                                                THREAD,
                                                request.user());
                                throw new IllegalStateException("after the write");
                            });
                            request.reply("never", Map.of());
                        });
    }
}
