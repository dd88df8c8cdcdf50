package dev.gatescope.gateway.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.Fact;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.Outcome;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.shared.flow.Fix;
import dev.gatescope.shared.flow.FlowName;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** The report's first error: no handler, since a component was missing when it registered. */
class DependenciesTest {
    static List<FlowName> flows() {
        return Recipes.flows();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aClientThatComesBeforeTheWiringIsDoneWaitsOrHasNoHandler(FlowName flow) throws Exception {
        Recipes.play(
                flow,
                () -> {
                    try (var gateway = IncidentGateway.prepare(flow)) {
                        var hold = gateway.startup().hold(ComponentName.THREAD_SERVICE);
                        gateway.listen();
                        try (var client = gateway.connect("alice")) {
                            gateway.await(settledBy(flow), "alice");
                            hold.close();
                            answeredOrWithoutHandler(flow, gateway, client);
                        }
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aPhaseThatFailedAndWasToleratedIsMadeUpForOrLeavesNoHandler(FlowName flow)
            throws Exception {
        Recipes.play(
                flow,
                () -> {
                    try (var gateway = IncidentGateway.prepare(flow)) {
                        gateway.startup()
                                .replace(
                                        ComponentName.THREAD_SERVICE,
                                        () -> {
                                            throw new IllegalStateException("failed silently");
                                        });
                        gateway.listen();
                        gateway.gateway().awaitStarted();
                        try (var client = gateway.connect("alice")) {
                            answeredOrWithoutHandler(flow, gateway, client);
                        }
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aClientThatComesDuringARestartWaitsOrHasNoHandler(FlowName flow) throws Exception {
        Recipes.play(
                flow,
                () -> {
                    try (var gateway = IncidentGateway.start(flow, _ -> {})) {
                        gateway.startup().takeDown(ComponentName.AGENT_SUPERVISOR, "restart");
                        try (var client = gateway.connect("alice")) {
                            gateway.await(settledBy(flow), "alice");
                            gateway.startup().bringUp(ComponentName.AGENT_SUPERVISOR);
                            answeredOrWithoutHandler(flow, gateway, client);
                        }
                    }
                });
    }

    private static Class<? extends Fact> settledBy(FlowName flow) {
        return flow.has(Fix.DEPENDENCIES)
                ? ConnectionFact.Waiting.class
                : HandlerFact.RegistrationFailed.class;
    }

    private static void answeredOrWithoutHandler(
            FlowName flow, IncidentGateway gateway, Client client) throws Exception {
        client.hear("connection_established");
        client.send("{\"type\":\"chat\",\"content\":\"hello\",\"message_id\":\"m\"}");
        var answer = client.hear();
        assertThat(answer.path("correlation_id").stringValue()).isEqualTo("m");
        client.close();
        gateway.awaitNoneOpen();

        var closed = gateway.facts(ConnectionFact.Closed.class).getFirst();
        if (flow.has(Fix.DEPENDENCIES)) {
            assertThat(answer.path("type").stringValue()).isEqualTo("agent_response");
            assertThat(closed.outcome()).isEqualTo(Outcome.READY);
        } else {
            assertThat(answer.at("/error/code").stringValue()).isEqualTo("NO_HANDLER");
            assertThat(closed.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(gateway.facts(HandlerFact.RegistrationFailed.class))
                    .singleElement()
                    .satisfies(
                            failed -> assertThat(failed.reason()).isEqualTo("missing_dependency"));
        }
    }
}
