package dev.gatescope.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.lifecycle.FaultFact;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.RawSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Faults that act on frames on their way: what moves, why, and that it comes back. */
class WireFaultsTest {
    private static final int TEXT = 0x81;

    @ParameterizedTest
    @ValueSource(strings = {"in", "out"})
    void aDelayedMessageIsLateAndComesAtOnceWhenTheFaultIsOver(String direction) throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault = gateway.inject("message-delayed", delayed(direction, 200));
            var began = System.nanoTime();
            assertThat(FaultGateway.say(client, FaultGateway.ping())).isEqualTo("pong");
            assertThat(System.nanoTime() - began)
                    .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
            assertThat(gateway.hits(fault)).isEqualTo(1);
            gateway.end(fault);

            var forLong = gateway.inject("message-delayed", delayed(direction, 60_000));
            client.send(FaultGateway.ping());
            client.send(FaultGateway.chat());
            gateway.awaitHits(forLong, 1);
            gateway.end(forLong);

            assertThat(client.hear().path("type").stringValue()).isEqualTo("pong");
            assertThat(client.hear().path("type").stringValue()).isEqualTo("agent_response");
            gateway.assertServes();
        }
    }

    private static String delayed(String direction, int millis) {
        return "\"parameters\":{\"direction\":\"" + direction + "\",\"delay_ms\":" + millis + "}";
    }

    @Test
    void aMessageDroppedOnItsWayInIsNeverReceived() throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault = gateway.inject("message-dropped", "\"scope\":{\"type\":\"chat\"}");
            client.send(FaultGateway.chat());
            client.send(FaultGateway.chat());
            assertThat(FaultGateway.say(client, FaultGateway.ping())).isEqualTo("pong");

            assertThat(gateway.hits(fault)).isEqualTo(2);
            assertThat(gateway.heard(MessageFact.Received.class)).hasSize(1);
            assertThat(gateway.heard(FaultFact.Hit.class))
                    .allSatisfy(hit -> {
                        assertThat(hit.connection()).isNotNull();
                        assertThat(hit.fact().sentence()).contains("chat from the client");
                    });
            gateway.end(fault);
            gateway.assertServes();
        }
    }

    @Test
    void anAnswerDroppedOnItsWayOutIsSentForAllThatTheGatewayKnows() throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault =
                    gateway.inject(
                            "message-dropped",
                            "\"parameters\":{\"direction\":\"out\"},"
                                    + "\"scope\":{\"type\":\"agent_response\"}");
            client.send(FaultGateway.chat());
            assertThat(FaultGateway.say(client, FaultGateway.ping())).isEqualTo("pong");

            assertThat(gateway.hits(fault)).isEqualTo(1);
            assertThat(gateway.heard(MessageFact.Sent.class))
                    .extracting(sent -> ((MessageFact.Sent) sent.fact()).kind())
                    .containsSubsequence("agent_response", "pong");
            gateway.end(fault);
            gateway.assertServes();
        }
    }

    @Test
    void aMessageThatComesTwiceIsRoutedTwiceAndTheSecondCarriesTheReceipt() throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault = gateway.inject("message-duplicated", "");
            client.send("{\"type\":\"ping\",\"message_id\":\"m1\"}");
            for (var i = 0; i < 2; i++) {
                assertThat(client.hear().path("correlation_id").stringValue()).isEqualTo("m1");
            }

            assertThat(gateway.hits(fault)).isEqualTo(1);
            gateway.await(MessageFact.Routed.class, 2);
            assertThat(gateway.heard(MessageFact.Received.class))
                    .extracting(Occurrence::faults)
                    .containsExactly(List.of(), List.of(Ids.fault(fault).orElseThrow()));
            gateway.end(fault);
            gateway.assertServes();
        }
    }

    @Test
    void anAnswerThatGoesTwiceIsCountedOnce() throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault =
                    gateway.inject("message-duplicated", "\"parameters\":{\"direction\":\"out\"}");
            client.send(FaultGateway.ping());
            client.hear("pong");
            client.hear("pong");

            assertThat(gateway.hits(fault)).isEqualTo(1);
            gateway.end(fault);
            gateway.assertServes();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "truncated-json, INVALID_JSON",
        "flipped-bits, INVALID_JSON",
        "no-object, INVALID_MESSAGE"
    })
    void aDamagedMessageIsRefusedBecauseOfTheFault(String how, String code) throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault =
                    gateway.inject("message-corrupted", "\"parameters\":{\"how\":\"" + how + "\"}");
            for (var i = 0; i < 3; i++) {
                assertThat(FaultGateway.say(client, FaultGateway.chat())).isEqualTo(code);
            }
            gateway.assertReceipts(fault, MessageFact.Refused.class, 3);
            assertThat(gateway.hits(fault)).isEqualTo(3);
            assertThat(gateway.figures().routing().refused()).isEqualTo(3);
            gateway.end(fault);

            assertThat(FaultGateway.say(client, "no JSON")).isEqualTo("INVALID_JSON");
            gateway.await(MessageFact.Refused.class, 4);
            assertThat(gateway.heard(MessageFact.Refused.class).getLast().faults()).isEmpty();
            gateway.assertServes();
        }
    }

    @Test
    void aDamagedAnswerIsNoJsonForItsClient() throws Exception {
        try (var gateway = FaultGateway.start(config -> {});
                var client = new RawSocket(gateway.running().gateway().clientUri())) {
            client.requestUpgrade();
            client.readHead();
            assertThat(text(client)).contains("connection_established");
            var fault =
                    gateway.inject("message-corrupted", "\"parameters\":{\"direction\":\"out\"}");
            client.text(FaultGateway.ping());

            assertThat(text(client)).startsWith("{\"type\":\"pong\"").doesNotEndWith("}");
            assertThat(gateway.hits(fault)).isEqualTo(1);
            gateway.end(fault);
            client.text(FaultGateway.ping());
            assertThat(text(client)).startsWith("{\"type\":\"pong\"").endsWith("}");
        }
    }

    private static String text(RawSocket client) throws IOException {
        assertThat(client.read()).isEqualTo(TEXT);
        return new String(client.readFrame(), StandardCharsets.UTF_8);
    }

    @Test
    void aShareOfTheMessagesIsTheSameForTheSameSeed() throws Exception {
        try (var gateway = FaultGateway.start()) {
            assertThat(refusedOf(gateway, 7)).isEqualTo(refusedOf(gateway, 7)).isNotEmpty();
        }
    }

    /** Which of twenty messages were damaged. */
    private static List<Integer> refusedOf(FaultGateway gateway, int seed) throws Exception {
        try (var client = gateway.welcomed("alice")) {
            var fault =
                    gateway.inject(
                            "message-corrupted",
                            "\"seed\":" + seed + ",\"scope\":{\"percent\":30,\"user\":\"alice\"}");
            var refused =
                    IntStream.range(0, 20)
                            .filter(_ -> !says(client).equals("pong"))
                            .boxed()
                            .toList();
            assertThat(gateway.hits(fault)).isEqualTo(refused.size());
            gateway.end(fault);
            return refused;
        }
    }

    private static String says(Client client) {
        try {
            return FaultGateway.say(client, FaultGateway.ping());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
