package dev.gatescope.gateway.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.flow.LegacyParts;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.routing.HandlerPolicy;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.shared.flow.Fix;
import dev.gatescope.shared.flow.FlowName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** The report's fourth root cause: handlers that stay when their connections are gone. */
class HandlersTest {
    private static final int CONNECTS = Boolean.getBoolean("gatescope.full") ? 200 : 25;

    static List<FlowName> flows() {
        return Recipes.flows();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void handlersGoWithTheirConnectionsOrThereIsOneMoreForEach(FlowName flow) throws Exception {
        countAfterConnects(
                flow, HandlerPolicy.NEVER_REMOVED, flow.has(Fix.HANDLERS) ? 0 : CONNECTS);
    }

    @ParameterizedTest
    @EnumSource(HandlerPolicy.class)
    void theCountIsAnExactFunctionOfTheConnects(HandlerPolicy policy) throws Exception {
        var left =
                switch (policy) {
                    case KEYED -> 0;
                    case NEVER_REMOVED, REMOVED_FROM_COPY -> CONNECTS;
                    case SHARED -> 1;
                };
        countAfterConnects(FlowName.LEGACY, policy, left);
    }

    private static void countAfterConnects(FlowName flow, HandlerPolicy policy, int left)
            throws Exception {
        var before = HeapHistogram.handlers();
        try (var gateway =
                IncidentGateway.start(flow, config -> config.legacyParts(parts(policy)))) {
            for (var i = 0; i < CONNECTS; i++) {
                gateway.welcomed("user" + i).close();
            }
            gateway.awaitNoneOpen();

            var handlers = gateway.figures().handlers();
            assertThat(handlers.registered()).isEqualTo(left);
            assertThat(handlers.leaked()).isEqualTo(left);
            Eventually.until(
                    () -> left + " on the heap: " + (HeapHistogram.handlers() - before),
                    () -> HeapHistogram.handlers() - before == left);
        }
    }

    @Test
    void aSharedHandlerAnswersTheFirstUserWhoeverAsks() throws Exception {
        try (var gateway =
                        IncidentGateway.start(
                                FlowName.LEGACY,
                                config -> config.legacyParts(parts(HandlerPolicy.SHARED)));
                var first = gateway.welcomed("alice");
                var second = gateway.welcomed("bob")) {
            second.send("{\"type\":\"chat\",\"content\":\"secret\",\"message_id\":\"of-bob\"}");

            assertThat(first.hear("agent_response").path("correlation_id").stringValue())
                    .isEqualTo("of-bob");
            gateway.await(MessageFact.Misdelivered.class, "bob");
            assertThat(gateway.facts(MessageFact.Misdelivered.class))
                    .singleElement()
                    .satisfies(one -> assertThat(one.toUser()).isEqualTo("alice"));
            assertThat(gateway.figures().routing().failed()).isEqualTo(1);
            assertThat(gateway.figures().routing().routed()).isZero();
        }
    }

    private static LegacyParts parts(HandlerPolicy policy) {
        var usual = LegacyParts.usual();
        return new LegacyParts(policy, usual.sessions(), usual.refusal());
    }
}
