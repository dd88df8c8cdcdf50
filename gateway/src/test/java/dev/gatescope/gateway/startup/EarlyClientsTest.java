package dev.gatescope.gateway.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatescope.gateway.Environment;
import dev.gatescope.gateway.Gateway;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.GatewayConfig.Timeouts;
import dev.gatescope.gateway.GatewayConfigBuilder;
import dev.gatescope.gateway.GatewayStartException;
import dev.gatescope.gateway.auth.Secret;
import dev.gatescope.gateway.auth.TokenIssuer;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RawSocket;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

class EarlyClientsTest {
    private static final int CLIENTS = 200;
    private static final int MOST_WAITING = 1_000;
    private static final Duration LONG = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnumSource(ComponentName.class)
    void clientsThatComeBeforeAComponentIsUpAreAllAnswered(ComponentName late) throws Exception {
        var gateway = Gateway.prepare(GatewayConfig.builder().build());
        try (var running = RunningGateway.of(gateway)) {
            var hold = gateway.startup().hold(late);
            gateway.listen();
            var clients = new ArrayList<Client>();
            for (var i = 0; i < CLIENTS; i++) {
                var client = running.connect();
                client.send(
                        "{\"type\":\"chat\",\"content\":\"early\",\"message_id\":\"m" + i + "\"}");
                clients.add(client);
            }
            Eventually.until(
                    () -> "all wait: " + running.figures().connections(),
                    () ->
                            running.figures().connections().byState().getOrDefault("waiting", 0L)
                                    == CLIENTS);
            assertThat(health(running).body()).contains(late.word());

            hold.close();

            for (var i = 0; i < CLIENTS; i++) {
                assertThat(clients.get(i).hear().path("type").stringValue())
                        .isEqualTo("connection_established");
                var answer = clients.get(i).hear();
                assertThat(answer.path("type").stringValue()).isEqualTo("agent_response");
                assertThat(answer.path("correlation_id").stringValue()).isEqualTo("m" + i);
            }
            assertThat(running.figures().connections().failed()).isZero();
            assertThat(running.figures().success().routing().sinceStart().ratio()).isEqualTo(1.0);
            assertThat(health(running).statusCode()).isEqualTo(200);
            gateway.awaitStarted();
        }
    }

    @Test
    void aClientThatWaitsTooLongIsToldToTryAgain() throws Exception {
        var soon = timeouts(Duration.ofMillis(200));
        var gateway = Gateway.prepare(GatewayConfig.builder().timeouts(soon).build());
        try (var running = RunningGateway.of(gateway)) {
            var hold = gateway.startup().hold(ComponentName.ROUTER);
            gateway.listen();
            var client = running.connect();

            assertThat(client.hear().at("/error/code").stringValue()).isEqualTo("NOT_READY");
            assertThat(client.closeCode()).isEqualTo(1013);
            hold.close();
            gateway.awaitStarted();
        }
    }

    @Test
    void aThousandMayWaitAndTheNextIsToldToTryAgain() throws Exception {
        var gateway = Gateway.prepare(GatewayConfig.builder().timeouts(timeouts(LONG)).build());
        try (var running = RunningGateway.of(gateway)) {
            var hold = gateway.startup().hold(ComponentName.ROUTER);
            gateway.listen();
            var waiting = new ArrayList<RawSocket>();
            for (var i = 0; i < MOST_WAITING; i++) {
                var client = new RawSocket(gateway.clientUri());
                waiting.add(client);
                client.requestUpgrade();
                client.readHead();
            }
            Eventually.until(
                    () -> "all wait: " + running.figures().connections(),
                    () ->
                            running.figures().connections().byState().getOrDefault("waiting", 0L)
                                    == MOST_WAITING);

            var tooMany = running.connect();

            assertThat(tooMany.hear().at("/error/code").stringValue()).isEqualTo("NOT_READY");
            assertThat(tooMany.closeCode()).isEqualTo(1013);
            hold.close();
            gateway.awaitStarted();
            Eventually.until(
                    () -> "those who waited are ready: " + running.figures().connections(),
                    () -> running.figures().connections().ready() == MOST_WAITING);
            for (var client : waiting) {
                client.reset();
            }
        }
    }

    @Test
    void whatComesInAboveTheBoundBeforeReadyIsRefusedWithItsCorrelationId() throws Exception {
        var gateway = Gateway.prepare(GatewayConfig.builder().build());
        try (var running = RunningGateway.of(gateway)) {
            var hold = gateway.startup().hold(ComponentName.ROUTER);
            gateway.listen();
            var client = running.connect();
            for (var i = 0; i < 65; i++) {
                client.send("{\"type\":\"ping\",\"message_id\":\"" + i + "\"}");
            }

            var refused = client.hear();
            assertThat(refused.at("/error/code").stringValue()).isEqualTo("NOT_READY");
            assertThat(refused.path("correlation_id").stringValue()).isEqualTo("64");
            assertThat(onlyConnection(running).path("messages_in").intValue()).isEqualTo(1);
            hold.close();
            client.hear("connection_established");
            for (var i = 0; i < 64; i++) {
                assertThat(client.hear().path("correlation_id").stringValue())
                        .isEqualTo(String.valueOf(i));
            }
            assertThat(onlyConnection(running).path("messages_in").intValue()).isEqualTo(65);
            gateway.awaitStarted();
        }
    }

    @Test
    void aMissingThreadServiceIsMadeByTheFirstConnectionThatNeedsIt() throws Exception {
        var gateway = broken(GatewayConfig.builder(), ComponentName.THREAD_SERVICE);
        try (var running = RunningGateway.of(gateway)) {
            var client = running.ready();
            client.send("{\"type\":\"chat\",\"content\":\"hello\"}");

            assertThat(client.hear().path("type").stringValue()).isEqualTo("agent_response");
            assertThat(events(running, "component.created_on_demand")).contains("thread_service");
            assertThat(health(running).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void developmentAnswersThroughAFallbackThatIsRecognisedAndCounted() throws Exception {
        var gateway = broken(GatewayConfig.builder(), ComponentName.AGENT_SUPERVISOR);
        try (var running = RunningGateway.of(gateway)) {
            var client = running.ready();
            client.send("{\"type\":\"chat\",\"content\":\"hello\"}");

            var answer = client.hear();
            assertThat(answer.at("/data/content").stringValue()).startsWith("[fallback]");
            client.send("{\"type\":\"get_thread\",\"thread_id\":\"x\"}");
            assertThat(client.hear().at("/data/fallback").booleanValue()).isTrue();
            Eventually.until(
                    () -> "counted",
                    () -> metrics(running).contains("ws_fallback_replies_total 2.0"));
            assertThat(running.figures().registrationFailures()).isEqualTo(1);
        }
    }

    @Test
    void aStrictGatewayRefusesConnectionsWhileAComponentIsBroken() throws Exception {
        var secret = Secret.of("a secret of at least thirty-two bytes");
        var config =
                GatewayConfig.builder()
                        .environment(Environment.STAGING)
                        .tokens(new TokenRules(new TokenRules.Keys.OfSecret(secret), null, null));
        var gateway = broken(config, ComponentName.AGENT_SUPERVISOR);
        try (var running = RunningGateway.of(gateway)) {
            var token =
                    new TokenIssuer(secret, null, null, Clock.systemUTC())
                            .issue("alice", Duration.ofMinutes(1));
            var client =
                    Client.connect(
                            running.http(),
                            gateway.clientUri(),
                            Map.of("Authorization", "Bearer " + token));

            assertThat(client.hear().at("/error/code").stringValue())
                    .isEqualTo("REGISTRATION_FAILED");
            assertThat(client.closeCode()).isEqualTo(1011);
            running.awaitNothingHeld();
            assertThat(running.figures().connections().failed()).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseThatCannotBeOpenedEndsTheStartWithOneSentence() {
        var config = GatewayConfig.builder().database("jdbc:h2:file:/proc/nowhere/db").build();

        assertThatThrownBy(() -> Gateway.start(config))
                .isInstanceOf(GatewayStartException.class)
                .hasMessageStartingWith("The database cannot be opened");
    }

    private static JsonNode onlyConnection(RunningGateway running) {
        return Admin.get(running, "/api/v1/connections").at("/items/0");
    }

    private static Gateway broken(GatewayConfigBuilder config, ComponentName component)
            throws Exception {
        var gateway = Gateway.prepare(config.build());
        gateway.startup()
                .replace(
                        component,
                        () -> {
                            throw new IllegalStateException("out of order");
                        });
        gateway.listen();
        gateway.awaitStarted();
        return gateway;
    }

    private static Timeouts timeouts(Duration startup) {
        return new Timeouts(
                Duration.ofSeconds(30), Duration.ofSeconds(5), startup, Duration.ofHours(1));
    }

    private static HttpResponse<String> health(RunningGateway running) throws Exception {
        var client = running.gateway().clientUri();
        return get(running, URI.create("http://127.0.0.1:" + client.getPort() + "/health/ready"));
    }

    private static String metrics(RunningGateway running) {
        try {
            return get(running, running.gateway().adminUri().resolve("/metrics")).body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String events(RunningGateway running, String type) throws Exception {
        return get(running, running.gateway().adminUri().resolve("/api/v1/events?type=" + type))
                .body();
    }

    private static HttpResponse<String> get(RunningGateway running, URI uri) throws Exception {
        return running.http()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
