package dev.gatescope.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatescope.gateway.Environment;
import dev.gatescope.gateway.GatewayConfig.Timeouts;
import dev.gatescope.gateway.GatewayConfigBuilder;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.Initiator;
import dev.gatescope.gateway.lifecycle.Outcome;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RawSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;

/** Faults that act on whole connections: what moves, why, and that it comes back. */
class ConnectionFaultsTest {
    private static final String OF_ALICE = "\"scope\":{\"user\":\"alice\"}";

    @Test
    void aResetBreaksTheConnectionOnTheWireAndNothingOfItIsLeft() throws Exception {
        try (var gateway = FaultGateway.start();
                var client = new RawSocket(gateway.running().gateway().clientUri())) {
            client.requestUpgrade();
            var fault = gateway.inject("tcp-reset", "\"parameters\":{\"after_messages\":2}");
            client.text(FaultGateway.ping());
            client.text(FaultGateway.ping());

            assertThatThrownBy(() -> readOn(client))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            gateway.assertReceipts(fault, ConnectionFact.Closed.class, 1);
            assertThat(closed(gateway).ending().code()).isEqualTo(1006);
            assertThat(closed(gateway).ending().initiator()).isEqualTo(Initiator.NETWORK);
            assertThat(closed(gateway).outcome()).isEqualTo(Outcome.READY);
            assertThat(gateway.hits(fault)).isEqualTo(1);
            gateway.end(fault);
            gateway.assertServes();
        }
    }

    private static void readOn(RawSocket client) throws IOException {
        var next = client.read();
        while (next >= 0) {
            next = client.read();
        }
    }

    @Test
    void aHalfOpenClientIsGivenUpByItsHeartbeatAndNobodyElse() throws Exception {
        try (var gateway = FaultGateway.start(ConnectionFaultsTest::withQuickHeartbeat);
                var alice = gateway.welcomed("alice");
                var bob = gateway.welcomed("bob")) {
            var fault = gateway.inject("half-open", OF_ALICE);

            assertThat(alice.closeCode()).isEqualTo(1006);
            gateway.assertReceipts(fault, ConnectionFact.Closed.class, 1);
            assertThat(closed(gateway).ending().initiator()).isEqualTo(Initiator.TIMEOUT);
            assertThat(FaultGateway.say(bob, FaultGateway.ping())).isEqualTo("pong");
            assertThat(gateway.hits(fault)).isEqualTo(1);
            gateway.end(fault);
            gateway.assertServes();
        }
    }

    @Test
    void aHalfOpenClientIsHeardAndAnsweredAtOnceWhenTheFaultIsOver() throws Exception {
        try (var gateway = FaultGateway.start();
                var alice = gateway.welcomed("alice")) {
            var fault = gateway.inject("half-open", "");
            gateway.awaitHits(fault, 1);
            alice.send(FaultGateway.ping());
            alice.send(FaultGateway.chat());
            gateway.end(fault);

            assertThat(alice.hear().path("type").stringValue()).isEqualTo("pong");
            assertThat(alice.hear().path("type").stringValue()).isEqualTo("agent_response");
            gateway.assertServes();
        }
    }

    @Test
    void whatWaitsForASlowConsumerRisesAndIsFlushedWhenTheFaultIsOver() throws Exception {
        try (var gateway = FaultGateway.start();
                var alice = gateway.welcomed("alice")) {
            var fault = gateway.inject("slow-consumer", OF_ALICE);
            alice.send(much(100_000));
            Eventually.until(
                    () -> "bytes wait: " + pending(gateway), () -> pending(gateway) > 100_000);
            assertThat(gateway.hits(fault)).isEqualTo(1);
            gateway.end(fault);

            alice.hear("agent_completed");
            Eventually.until(() -> "none wait", () -> pending(gateway) == 0);
            gateway.assertServes();
        }
    }

    @Test
    void aConsumerThatStaysTooSlowIsClosedWith1008() throws Exception {
        try (var gateway = FaultGateway.start();
                var alice = gateway.welcomed("alice")) {
            var fault = gateway.inject("slow-consumer", OF_ALICE);
            alice.send(much(1_000_000));
            alice.send(much(1_000_000));

            gateway.assertReceipts(fault, ConnectionFact.Closed.class, 1);
            assertThat(closed(gateway).ending().code()).isEqualTo(1008);
            assertThat(closed(gateway).ending().initiator()).isEqualTo(Initiator.TIMEOUT);
            gateway.end(fault);
            gateway.assertServes();
        }
    }

    private static String much(int chars) {
        return "{\"type\":\"start_agent\",\"user_request\":\"" + "x".repeat(chars) + "\"}";
    }

    private static long pending(FaultGateway gateway) {
        return gateway.get("/api/v1/connections?user=alice")
                .path("items")
                .valueStream()
                .mapToLong(one -> one.path("pending_bytes").longValue())
                .sum();
    }

    @Test
    void aClientWithoutPingsIsGivenUpThoughItIsServed() throws Exception {
        try (var gateway = FaultGateway.start(ConnectionFaultsTest::withQuickHeartbeat);
                var alice = gateway.welcomed("alice")) {
            var fault = gateway.inject("pings-suppressed", "");

            assertThat(alice.closeCode()).isEqualTo(1001);
            gateway.assertReceipts(fault, ConnectionFact.Closed.class, 1);
            assertThat(closed(gateway).ending().initiator()).isEqualTo(Initiator.TIMEOUT);
            assertThat(gateway.hits(fault)).isEqualTo(1);
            gateway.end(fault);
            gateway.assertServes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1001", "1008", "1011", "1012", "1013", "other"})
    void theChosenCodeIsSeenByThoseWhoAreThereAndThoseWhoCome(String code) throws Exception {
        try (var gateway = FaultGateway.start();
                var alice = gateway.welcomed("alice")) {
            var fault =
                    gateway.inject("close-with-code", "\"parameters\":{\"code\":\"" + code + "\"}");
            var seen = code.equals("other") ? 4_000 : Integer.parseInt(code);
            assertThat(alice.closeCode()).isEqualTo(seen);
            try (var bob = gateway.welcomed("bob")) {
                assertThat(bob.closeCode()).isEqualTo(seen);
            }

            gateway.assertReceipts(fault, ConnectionFact.Closed.class, 2);
            assertThat(closed(gateway).ending().code()).isEqualTo(seen);
            assertThat(closed(gateway).outcome()).isEqualTo(Outcome.READY);
            assertThat(gateway.hits(fault)).isEqualTo(2);
            gateway.end(fault);
            gateway.assertServes();
        }
    }

    @Test
    void aCleanCloseHidesAFailureFromTheCodesAndNotFromTheOutcomes() throws Exception {
        try (var gateway = FaultGateway.start(config -> config.environment(Environment.STAGING))) {
            var failing = gateway.inject("registration-throwing", "");
            var hiding = gateway.inject("clean-close", "");
            try (var alice = gateway.connect("alice")) {
                assertThat(alice.hear().at("/error/code").stringValue())
                        .isEqualTo("REGISTRATION_FAILED");
                assertThat(alice.closeCode()).isEqualTo(1000);
            }

            gateway.await(ConnectionFact.Closed.class, 1);
            assertThat(closed(gateway).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(closed(gateway).ending().code()).isEqualTo(1000);
            assertThat(gateway.heard(ConnectionFact.Closed.class).getFirst().faults())
                    .containsExactlyInAnyOrder(
                            Ids.fault(failing).orElseThrow(), Ids.fault(hiding).orElseThrow());
            assertThat(gateway.hits(hiding)).isEqualTo(1);
            gateway.end(hiding);
            gateway.end(failing);
            gateway.assertServes();
        }
    }

    private static ConnectionFact.Closed closed(FaultGateway gateway) {
        return (ConnectionFact.Closed) gateway.heard(ConnectionFact.Closed.class).getFirst().fact();
    }

    private static void withQuickHeartbeat(GatewayConfigBuilder config) {
        config.timeouts(
                new Timeouts(
                        Duration.ofMillis(300),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofHours(1)));
    }
}
