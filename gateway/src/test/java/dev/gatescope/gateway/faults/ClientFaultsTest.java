package dev.gatescope.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.Environment;
import dev.gatescope.gateway.GatewayConfig.Timeouts;
import dev.gatescope.gateway.lifecycle.ComponentFact;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.support.Eventually;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Faults that act on clients before they are ready: what moves, why, and that it comes back. */
class ClientFaultsTest {
    private static final String LONG = "\"parameters\":{\"delay_ms\":60000}";
    private static final String SUPERVISOR = "\"parameters\":{\"component\":\"agent_supervisor\"}";

    @Test
    void aComponentThatIsLateMakesClientsWaitUntilItIsUpOrTheFaultIsOver() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("component-late", LONG);
            assertThat(gateway.figures().ready()).isFalse();
            var client = gateway.connect("alice");
            gateway.await(ConnectionFact.Waiting.class, 1);

            gateway.end(fault);

            client.hear("connection_established");
            assertThat(gateway.hits(fault)).isEqualTo(1);
            assertThat(gateway.heard(ConnectionFact.Waiting.class).getFirst().faults()).hasSize(1);
            client.close();
            gateway.assertServes();
        }
    }

    @Test
    void aComponentThatIsLateComesUpByItself() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("component-late", "\"parameters\":{\"delay_ms\":50}");

            gateway.assertServes();

            assertThat(gateway.fault(fault).path("state").stringValue()).isEqualTo("active");
        }
    }

    @Test
    void aThreadServiceThatFailedIsMadeByTheNextConnection() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("component-failed", "");
            gateway.assertReceipts(fault, ComponentFact.Failed.class, 1);
            assertThat(gateway.figures().ready()).isFalse();

            gateway.welcomed("alice").close();

            gateway.await(ComponentFact.CreatedOnDemand.class, 1);
            gateway.end(fault);
            gateway.assertServes();
        }
    }

    @Test
    void withoutTheSupervisorAFallbackAnswersUntilTheFaultIsOver() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("component-failed", SUPERVISOR);
            try (var client = gateway.welcomed("alice")) {
                client.send(FaultGateway.chat());
                assertThat(client.hear().at("/data/fallback").booleanValue()).isTrue();
            }
            gateway.assertReceipts(fault, HandlerFact.RegistrationFailed.class, 1);
            assertThat(gateway.metric("ws_fallback_replies_total")).isEqualTo(1);

            gateway.end(fault);

            gateway.assertServes();
            assertThat(gateway.metric("ws_fallback_replies_total")).isEqualTo(1);
        }
    }

    @Test
    void aComponentThatDiesLetsConnectionsFailWhoComeLater() throws Exception {
        var impatient =
                new Timeouts(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(50),
                        Duration.ofHours(1));
        try (var gateway = FaultGateway.start(config -> config.timeouts(impatient))) {
            var fault = gateway.inject("component-dies", "\"parameters\":{\"after_ms\":0}");
            gateway.awaitHits(fault, 1);
            Eventually.until(() -> "down", () -> !gateway.figures().ready());
            var client = gateway.connect("alice");
            assertThat(client.hear().at("/error/code").stringValue()).isEqualTo("NOT_READY");
            assertThat(client.closeCode()).isEqualTo(1013);
            Eventually.until(
                    () -> "failed: " + gateway.figures(),
                    () -> gateway.figures().connections().failed() == 1);

            gateway.end(fault);

            gateway.assertServes();
            assertThat(gateway.figures().connections().failed()).isEqualTo(1);
        }
    }

    @Test
    void withTheGateOffClientsAreWelcomedWithoutAHandler() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("gate-off", SUPERVISOR);
            try (var client = gateway.welcomed("alice")) {
                assertThat(FaultGateway.say(client, FaultGateway.chat())).isEqualTo("NO_HANDLER");
            }
            gateway.assertReceipts(fault, HandlerFact.RegistrationFailed.class, 1);
            gateway.assertReceipts(fault, MessageFact.Failed.class, 1);
            assertThat(gateway.hits(fault)).isEqualTo(1);
            assertThat(gateway.figures().registrationFailures()).isEqualTo(1);
            assertThat(gateway.figuresWithoutInjected().registrationFailures()).isZero();

            gateway.end(fault);

            gateway.assertServes();
        }
    }

    @Test
    void slowAuthenticationHoldsTheUsersOfItsScopeAndLetsThemGoAtOnce() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("auth-slow", LONG + ",\"scope\":{\"user\":\"alice\"}");
            var alice = gateway.connect("alice");
            gateway.awaitHits(fault, 1);
            gateway.welcomed("bob").close();
            assertThat(gateway.figures().connections().byState())
                    .containsEntry("authenticating", 1L);

            gateway.end(fault);

            alice.hear("connection_established");
            alice.close();
            gateway.assertServes();
            assertThat(gateway.hits(fault)).isEqualTo(1);
        }
    }

    @Test
    void aClientThatLosesPatienceWithSlowAuthenticationIsHeldNoLonger() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("auth-slow", LONG);
            var client = gateway.connect("alice");
            gateway.awaitHits(fault, 1);

            client.abort();

            Eventually.until(
                    () -> "vanished: " + gateway.figures(),
                    () -> gateway.figures().connections().vanished() == 1);
            gateway.end(fault);
            gateway.assertServes();
        }
    }

    @Test
    void authenticationThatFailsIsAFailedConnectionWith1011() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("auth-failing", "");
            assertThat(gateway.connect("alice").closeCode()).isEqualTo(1011);
            assertThat(gateway.connect("bob").closeCode()).isEqualTo(1011);
            gateway.assertReceipts(fault, ConnectionFact.Closed.class, 2);
            assertThat(gateway.hits(fault)).isEqualTo(2);
            assertThat(gateway.figures().connections().failed()).isEqualTo(2);
            assertThat(gateway.figuresWithoutInjected().connections().failed()).isZero();
            assertThat(gateway.figuresWithoutInjected().connections().attempts()).isZero();

            gateway.end(fault);

            gateway.assertServes();
        }
    }

    @Test
    void aRightTokenIsRefusedAsIfItWereExpired() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault =
                    gateway.inject("auth-denying", "\"parameters\":{\"code\":\"TOKEN_EXPIRED\"}");
            var client = gateway.connect("alice");
            assertThat(client.hear().at("/error/code").stringValue()).isEqualTo("TOKEN_EXPIRED");
            assertThat(client.closeCode()).isEqualTo(1008);
            gateway.assertReceipts(fault, ConnectionFact.Rejected.class, 1);
            gateway.assertReceipts(fault, ConnectionFact.Closed.class, 1);
            assertThat(gateway.figures().connections().rejected()).isEqualTo(1);

            gateway.end(fault);

            gateway.assertServes();
        }
    }

    @Test
    void slowRegistrationKeepsWhatTheClientSendsMeanwhile() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("registration-slow", LONG);
            var client = gateway.connect("alice");
            gateway.awaitHits(fault, 1);
            assertThat(gateway.figures().connections().byState()).containsEntry("registering", 1L);
            client.send(FaultGateway.ping());

            gateway.end(fault);

            client.hear("connection_established");
            client.hear("pong");
            client.close();
            gateway.assertServes();
        }
    }

    @Test
    void registrationThatThrowsIsAnsweredByAFallbackInDevelopment() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("registration-throwing", "");
            try (var client = gateway.welcomed("alice")) {
                client.send(FaultGateway.chat());
                assertThat(client.hear().at("/data/fallback").booleanValue()).isTrue();
            }
            gateway.assertReceipts(fault, HandlerFact.RegistrationFailed.class, 1);
            assertThat(
                            gateway.metric(
                                    "ws_handler_registration_failures_total{reason=\"exception\"}"))
                    .isEqualTo(1);

            gateway.end(fault);

            gateway.assertServes();
            assertThat(gateway.figures().registrationFailures()).isEqualTo(1);
        }
    }

    @Test
    void registrationThatThrowsIsRefusedElsewhere() throws Exception {
        try (var gateway = FaultGateway.start(config -> config.environment(Environment.STAGING))) {
            var fault = gateway.inject("registration-throwing", "");
            var client = gateway.connect("alice");
            assertThat(client.hear().at("/error/code").stringValue())
                    .isEqualTo("REGISTRATION_FAILED");
            assertThat(client.closeCode()).isEqualTo(1011);
            gateway.assertReceipts(fault, ConnectionFact.Closed.class, 1);

            gateway.end(fault);

            gateway.assertServes();
        }
    }

    @Test
    void registrationThatIsSkippedLeavesMessagesWithoutAHandler() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("registration-skipped", "");
            try (var client = gateway.welcomed("alice")) {
                assertThat(FaultGateway.say(client, FaultGateway.chat())).isEqualTo("NO_HANDLER");
                assertThat(FaultGateway.say(client, FaultGateway.chat())).isEqualTo("NO_HANDLER");
            }
            gateway.assertReceipts(fault, MessageFact.Failed.class, 2);
            assertThat(gateway.hits(fault)).isEqualTo(1);
            Eventually.until(
                    () -> "failed: " + gateway.figures(),
                    () -> gateway.figures().connections().failed() == 1);
            assertThat(gateway.figuresWithoutInjected().routing().failed()).isZero();

            gateway.end(fault);

            gateway.assertServes();
        }
    }
}
