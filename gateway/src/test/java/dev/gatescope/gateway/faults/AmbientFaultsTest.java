package dev.gatescope.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.FaultFact;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;

/** Faults of the gateway as a whole: what moves, and that it comes back. */
class AmbientFaultsTest {
    private static final int MANY = 200;

    @Test
    void aClockThatRunsAheadRefusesGoodTokensAsExpired() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("clock-ahead", "\"parameters\":{\"seconds\":3600}");
            try (var alice = gateway.connect("alice")) {
                assertThat(alice.hear().at("/error/code").stringValue()).isEqualTo("TOKEN_EXPIRED");
                assertThat(alice.closeCode()).isEqualTo(1008);
            }

            gateway.await(ConnectionFact.Closed.class, 1);
            assertThat(gateway.hits(fault)).isEqualTo(1);
            assertThat(gateway.figures().connections().rejected()).isEqualTo(1);
            // Whether the token was good nobody knows for sure, so that nothing is laid at its
            // door.
            assertThat(gateway.heard(ConnectionFact.Rejected.class).getFirst().faults()).isEmpty();
            gateway.end(fault);
            gateway.assertServes();
        }
    }

    @Test
    void twoClocksThatRunAheadAreBothUndone() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var one = gateway.inject("clock-ahead", "");
            var other = gateway.inject("clock-ahead", "\"parameters\":{\"seconds\":3600}");
            gateway.end(one);
            try (var alice = gateway.connect("alice")) {
                assertThat(alice.hear().at("/error/code").stringValue()).isEqualTo("TOKEN_EXPIRED");
                assertThat(alice.closeCode()).isEqualTo(1008);
            }
            gateway.end(other);
            gateway.assertServes();
        }
    }

    @Test
    void aFloodOfEventsLeavesMessagesAloneAndEndsWithItsFault() throws Exception {
        try (var gateway = FaultGateway.start();
                var alice = gateway.welcomed("alice")) {
            var fault = gateway.inject("event-flood", "\"parameters\":{\"events_per_s\":2000}");
            Eventually.until(() -> "a flood", () -> noise(gateway) > MANY);
            assertThat(FaultGateway.say(alice, FaultGateway.chat())).isEqualTo("agent_response");
            gateway.end(fault);

            var made = noise(gateway);
            gateway.assertServes();
            assertThat(noise(gateway)).isEqualTo(made);
            assertThat(gateway.hits(fault)).isEqualTo(1);
        }
    }

    @Test
    void aFloodThatReadersCannotTakeIsDroppedAndCounted() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            var flood =
                    "{\"kind\":\"event-flood\",\"duration\":\"PT1M\",\"reason\":\"test\","
                            + "\"parameters\":{\"events_per_s\":100000}}";
            var request = HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(flood));
            assertThat(Admin.send(running, request, "/api/v1/faults").statusCode()).isEqualTo(201);

            Eventually.until(
                    () -> "events are dropped: " + running.figures(),
                    () -> running.figures().eventsDropped() > 0);
        }
    }

    private static int noise(FaultGateway gateway) {
        return gateway.heard(FaultFact.Noise.class).size();
    }
}
