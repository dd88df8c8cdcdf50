package dev.gatescope.gateway.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.flow.Checkpoint;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.shared.flow.FlowName;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Another flow on a gateway that runs. */
class FlowChangeTest {
    @Test
    void closesItsConnectionsTakesBackWhatLeakedAndGoesOn() throws Exception {
        try (var gateway = IncidentGateway.start(FlowName.LEGACY, _ -> {})) {
            gateway.welcomed("alice").close();
            var stays = gateway.welcomed("bob");
            stays.send("{\"type\":\"chat\",\"content\":\"hello\"}");
            var thread = stays.hear("agent_response").path("thread_id").stringValue();
            stays.send("{\"type\":\"get_thread\",\"thread_id\":\"" + thread + "\"}");
            stays.hear("thread_data");
            Eventually.until(
                    () -> "both leak: " + gateway.figures(),
                    () ->
                            gateway.figures().handlers().leaked() == 1
                                    && gateway.figures().sessions().leaked() == 1
                                    && gateway.figures().routing().routed() == 2);

            assertThat(gateway.gateway().changeFlow("fixed", LifecycleHub.NONE)).isTrue();

            assertThat(stays.closeCode()).isEqualTo(1012);
            var after = gateway.figures();
            assertThat(after.flow()).isEqualTo("fixed");
            assertThat(after.handlers().registered()).isZero();
            assertThat(after.handlers().leaked()).isZero();
            assertThat(after.sessions().open()).isZero();
            assertThat(after.sessions().leaked()).isZero();
            assertThat(after.routing().routed()).isEqualTo(2);
            assertThat(gateway.facts(OperationFact.FlowChanged.class))
                    .containsExactly(new OperationFact.FlowChanged("legacy", "fixed"));
            try (var next = gateway.connect("bob")) {
                assertThat(next.hear("connection_established").at("/data/flow").stringValue())
                        .isEqualTo("fixed");
            }
        }
    }

    @Test
    void waitsForNobodyWhoDoesNotAnswerAndCountsNothingTwice() throws Exception {
        var busy = new HeldGate(Checkpoint.BEFORE_HANDLE);
        try (var gateway = IncidentGateway.start(FlowName.FIXED, config -> config.gates(busy))) {
            try (var silent = gateway.asks("alice");
                    var working = gateway.asks("bob")) {
                silent.readHead();
                gateway.await(ConnectionFact.Ready.class, "alice");
                working.readHead();
                working.text("{\"type\":\"ping\"}");
                busy.awaitHeld();
                var began = System.nanoTime();

                gateway.gateway().changeFlow("legacy", LifecycleHub.NONE);

                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .isLessThan(Duration.ofSeconds(2));
                busy.open();
                gateway.awaitNoneOpen();
            }
            var after = gateway.figures();
            assertThat(after.handlers().registered()).isZero();
            assertThat(after.handlers().leaked()).isZero();
            assertThat(after.sessions().open()).isZero();
        }
    }

    /** A process that is told to stop has five seconds, also for what it was about to do. */
    @Test
    void doesNotKeepTheGatewayFromStoppingInTime() throws Exception {
        var busy = new HeldGate(Checkpoint.BEFORE_HANDLE);
        try (var gateway = IncidentGateway.start(FlowName.FIXED, config -> config.gates(busy));
                var working = gateway.asks("bob")) {
            working.readHead();
            working.text("{\"type\":\"ping\"}");
            busy.awaitHeld();
            var change =
                    Thread.ofVirtual()
                            .start(() -> gateway.gateway().changeFlow("legacy", LifecycleHub.NONE));
            gateway.await(OperationFact.FlowChanged.class, _ -> true);
            var began = System.nanoTime();

            gateway.gateway().close();

            var took = Duration.ofNanos(System.nanoTime() - began);
            busy.open();
            change.join();
            assertThat(took).isLessThan(Duration.ofMillis(4_500));
        }
    }

    @Test
    void knowsNoOtherFlow() throws Exception {
        try (var gateway = IncidentGateway.start(FlowName.FIXED, _ -> {})) {
            assertThat(gateway.gateway().changeFlow("best", LifecycleHub.NONE)).isFalse();
            assertThat(gateway.gateway().flow()).isEqualTo("fixed");
        }
    }
}
