package dev.gatescope.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.SessionFact;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.Eventually;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Faults that act on messages and their sessions: what moves, why, and that it comes back. */
class RequestFaultsTest {
    private static final String PROCESSED =
            "ws_message_process_duration_seconds_sum{type=\"chat\"}";

    @ParameterizedTest
    @ValueSource(strings = {"handler-slow", "session-slow"})
    void whatIsSlowTakesItsTimeAndIsRoutedAllTheSame(String kind) throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault = gateway.inject(kind, "\"parameters\":{\"delay_ms\":200}");
            assertThat(FaultGateway.say(client, FaultGateway.chat())).isEqualTo("agent_response");
            Eventually.until(
                    () -> "routed: " + gateway.figures(),
                    () -> gateway.figures().routing().routed() == 1);
            assertThat(gateway.metric(PROCESSED)).isGreaterThanOrEqualTo(0.2);
            assertThat(gateway.hits(fault)).isEqualTo(1);

            gateway.end(fault);

            gateway.assertServes();
            assertThat(gateway.hits(fault)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"handler-slow", "session-slow"})
    void whatIsHeldGoesOnAtOnceWhenTheFaultIsOver(String kind) throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault = gateway.inject(kind, "\"parameters\":{\"delay_ms\":60000}");
            client.send(FaultGateway.chat());
            gateway.awaitHits(fault, 1);

            gateway.end(fault);

            client.hear("agent_response");
        }
    }

    @Test
    void aHandlerThatThrowsFailsTheMessagesOfItsType() throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault = gateway.inject("handler-throwing", "\"scope\":{\"type\":\"chat\"}");
            for (var i = 0; i < 3; i++) {
                assertThat(FaultGateway.say(client, FaultGateway.chat()))
                        .isEqualTo("HANDLER_FAILED");
            }
            assertThat(FaultGateway.say(client, FaultGateway.ping())).isEqualTo("pong");
            gateway.assertReceipts(fault, MessageFact.Failed.class, 3);
            assertThat(gateway.hits(fault)).isEqualTo(3);
            assertThat(gateway.figures().routing().failed()).isEqualTo(3);
            assertThat(gateway.figures().success().routing().sinceStart().ratio()).isEqualTo(0.25);
            assertThat(gateway.figuresWithoutInjected().success().routing().sinceStart().ratio())
                    .isEqualTo(1.0);
            assertThat(gateway.metric("ws_faults_injected_total{fault=\"handler-throwing\"}"))
                    .isEqualTo(3);

            gateway.end(fault);

            gateway.assertServes();
        }
    }

    @Test
    void theSameSeedChoosesTheSameMessages() throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var first = answers(gateway, client, 7);
            var second = answers(gateway, client, 7);
            var other = answers(gateway, client, 8);

            assertThat(first).isEqualTo(second).isNotEqualTo(other);
            assertThat(first).contains("pong", "HANDLER_FAILED");
        }
    }

    private static List<String> answers(FaultGateway gateway, Client client, int seed)
            throws Exception {
        var fault =
                gateway.inject("handler-throwing", "\"scope\":{\"percent\":40},\"seed\":" + seed);
        var answers = new ArrayList<String>();
        for (var i = 0; i < 40; i++) {
            answers.add(FaultGateway.say(client, FaultGateway.ping()));
        }
        gateway.awaitHits(fault, answers.stream().filter("HANDLER_FAILED"::equals).count());
        gateway.end(fault);
        return answers;
    }

    @Test
    void aHandlerThatVanishesIsBackWhenTheFaultIsOver() throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault =
                    gateway.inject("handler-vanishing", "\"parameters\":{\"after_messages\":2}");
            assertThat(FaultGateway.say(client, FaultGateway.ping())).isEqualTo("pong");
            assertThat(gateway.figures().handlers().registered()).isEqualTo(1);
            assertThat(FaultGateway.say(client, FaultGateway.ping())).isEqualTo("pong");
            gateway.awaitHits(fault, 1);
            assertThat(FaultGateway.say(client, FaultGateway.ping())).isEqualTo("NO_HANDLER");
            assertThat(gateway.figures().handlers().registered()).isZero();
            gateway.assertReceipts(fault, MessageFact.Failed.class, 1);

            gateway.end(fault);

            assertThat(gateway.figures().handlers().registered()).isEqualTo(1);
            assertThat(FaultGateway.say(client, FaultGateway.ping())).isEqualTo("pong");
        }
    }

    @Test
    void aConnectionThatIsOverGetsNoHandlerBack() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var fault = gateway.inject("handler-vanishing", "");
            try (var client = gateway.welcomed("alice")) {
                FaultGateway.say(client, FaultGateway.ping());
                gateway.awaitHits(fault, 1);
            }
            Eventually.until(
                    () -> "gone: " + gateway.figures(),
                    () -> gateway.figures().connections().active() == 0);

            gateway.end(fault);

            assertThat(gateway.figures().handlers().registered()).isZero();
            gateway.assertServes();
        }
    }

    @Test
    void aCleanUpThatIsSkippedLeaksAHandlerForEachConnection() throws Exception {
        try (var gateway = FaultGateway.start()) {
            var before = gateway.welcomed("before");
            var fault = gateway.inject("cleanup-skipped", "");
            before.close();
            for (var i = 0; i < 2; i++) {
                gateway.welcomed("alice").close();
            }
            Eventually.until(
                    () -> "leaked: " + gateway.figures(),
                    () -> gateway.figures().handlers().leaked() == 3);
            gateway.assertReceipts(fault, HandlerFact.Leaked.class, 3);
            assertThat(gateway.hits(fault)).isEqualTo(3);

            gateway.end(fault);

            assertThat(gateway.figures().handlers().leaked()).isZero();
            assertThat(gateway.figures().handlers().registered()).isZero();
            gateway.assertServes();
        }
    }

    @Test
    void aPoolThatIsExhaustedFailsWhoeverNeedsASession() throws Exception {
        var small =
                new DatabaseConfig(
                        DatabaseConfig.inMemory(UUID.randomUUID()),
                        4,
                        Duration.ofMillis(250),
                        Duration.ofSeconds(10));
        try (var gateway = FaultGateway.start(config -> config.database(small));
                var client = gateway.welcomed("alice")) {
            var fault = gateway.inject("session-pool-exhausted", "");
            Eventually.until(
                    () -> "held",
                    () -> gateway.metric("hikaricp_connections_active{pool=\"gatescope\"}") == 4);
            assertThat(FaultGateway.say(client, FaultGateway.chat())).isEqualTo("HANDLER_FAILED");
            assertThat(FaultGateway.say(client, FaultGateway.ping())).isEqualTo("pong");
            gateway.assertReceipts(fault, MessageFact.Failed.class, 1);
            gateway.assertReceipts(fault, SessionFact.ScopeFailed.class, 1);
            assertThat(gateway.hits(fault)).isEqualTo(1);
            assertThat(gateway.figures().sessions().scopeErrors()).isEqualTo(1);
            assertThat(gateway.figuresWithoutInjected().sessions().scopeErrors()).isZero();

            gateway.end(fault);

            gateway.assertServes();
        }
    }

    @Test
    void aSessionThatIsNotClosedLeaksUntilTheFaultIsOver() throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault = gateway.inject("session-not-closed", "");
            for (var i = 0; i < 3; i++) {
                assertThat(FaultGateway.say(client, FaultGateway.chat()))
                        .isEqualTo("agent_response");
            }
            gateway.assertReceipts(fault, SessionFact.Leaked.class, 3);
            assertThat(gateway.figures().sessions().leaked()).isEqualTo(3);
            assertThat(gateway.hits(fault)).isEqualTo(3);

            gateway.end(fault);

            assertThat(gateway.figures().sessions().leaked()).isZero();
            assertThat(gateway.figures().sessions().open()).isZero();
            gateway.assertServes();
        }
    }

    @Test
    void aCommitThatIsLostAnswersAndStoresNothing() throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault = gateway.inject("session-commit-lost", "");
            assertThat(FaultGateway.say(client, thread(client))).isEqualTo("THREAD_NOT_FOUND");
            assertThat(gateway.figures().sessions().opened()).isEqualTo(2);
            assertThat(gateway.figures().routing().refused()).isEqualTo(1);

            gateway.end(fault);

            assertThat(FaultGateway.say(client, thread(client))).isEqualTo("thread_data");
        }
    }

    /** Asks for the thread of a new chat. */
    private static String thread(Client client) throws InterruptedException {
        client.send(FaultGateway.chat());
        var thread = client.hear("agent_response").path("thread_id").stringValue();
        return "{\"type\":\"get_thread\",\"thread_id\":\"" + thread + "\"}";
    }

    @Test
    void aSessionThatIsCutFailsItsMessageAndNoOther() throws Exception {
        try (var gateway = FaultGateway.start();
                var client = gateway.welcomed("alice")) {
            var fault = gateway.inject("session-cut", "");
            for (var i = 0; i < 3; i++) {
                assertThat(FaultGateway.say(client, FaultGateway.chat()))
                        .isEqualTo("HANDLER_FAILED");
            }
            gateway.assertReceipts(fault, MessageFact.Failed.class, 3);
            assertThat(gateway.hits(fault)).isEqualTo(3);
            assertThat(gateway.figures().sessions().scopeErrors()).isPositive();
            assertThat(gateway.figuresWithoutInjected().sessions().scopeErrors()).isZero();

            gateway.end(fault);

            for (var i = 0; i < 10; i++) {
                assertThat(FaultGateway.say(client, FaultGateway.chat()))
                        .isEqualTo("agent_response");
            }
        }
    }
}
