package dev.gatescope.gateway.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.flow.Checkpoint;
import dev.gatescope.gateway.flow.Gates;
import dev.gatescope.gateway.flow.LegacyParts;
import dev.gatescope.gateway.flow.RefusalStyle;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.Outcome;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.RawSocket;
import dev.gatescope.shared.flow.Fix;
import dev.gatescope.shared.flow.FlowName;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;

/** The report's second error: "Need to call accept first". */
class AcceptOrderTest {
    private static final String NEED_TO_ACCEPT =
            "WebSocket is not connected. Need to call \"accept\" first.";

    static List<FlowName> flows() {
        return Recipes.flows();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aClientThatVanishesBeforeTheWelcomeIsForgottenOrFails(FlowName flow) throws Exception {
        Gates untilItHasLeft =
                (at, _, peer) -> {
                    if (at == Checkpoint.BEFORE_WELCOME) {
                        peer.awaitEnd();
                    }
                };
        try (var gateway = IncidentGateway.start(flow, config -> config.gates(untilItHasLeft))) {
            Recipes.play(
                    flow,
                    () -> {
                        try (var client = gateway.asks("alice")) {
                            client.readHead();
                            client.reset();
                        }
                        gateway.awaitNoneOpen();
                    });

            var vanishes = Recipes.runsOf(flow);
            if (flow.has(Fix.ACCEPT_ORDER)) {
                assertThat(outcomes(gateway)).hasSize(vanishes).containsOnly(Outcome.VANISHED);
                assertThat(complaints(gateway)).isEmpty();
            } else {
                assertThat(outcomes(gateway)).hasSize(vanishes).containsOnly(Outcome.FAILED);
                assertThat(complaints(gateway)).hasSize(vanishes).containsOnly(NEED_TO_ACCEPT);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aClientThatLeavesABusyHandlerHasAbandonedItsMessageOrRoutingFails(FlowName flow)
            throws Exception {
        Recipes.play(flow, () -> leaveABusyHandler(flow, "{\"type\":\"chat\",\"content\":\"hi\"}"));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aPingOnADeadSocketIsAbandonedOrRoutingFails(FlowName flow) throws Exception {
        Recipes.play(flow, () -> leaveABusyHandler(flow, "{\"type\":\"ping\"}"));
    }

    private static void leaveABusyHandler(FlowName flow, String message) throws Exception {
        var busy = new HeldGate(Checkpoint.BEFORE_HANDLE);
        try (var gateway = IncidentGateway.start(flow, config -> config.gates(busy))) {
            try (var client = gateway.asks("alice")) {
                client.readHead();
                client.text(message);
                busy.awaitHeld();
                client.reset();
            }
            busy.open();
            gateway.awaitNoneOpen();

            if (flow.has(Fix.ACCEPT_ORDER)) {
                assertThat(gateway.facts(MessageFact.Abandoned.class)).hasSize(1);
                assertThat(gateway.facts(MessageFact.Failed.class)).isEmpty();
                assertThat(complaints(gateway)).isEmpty();
            } else {
                assertThat(gateway.facts(MessageFact.Failed.class)).hasSize(1);
                assertThat(complaints(gateway)).containsExactly(NEED_TO_ACCEPT);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void oneTabThatClosesLeavesTheOtherAloneOrTakesItAlong(FlowName flow) throws Exception {
        Recipes.play(
                flow,
                () -> {
                    var busy = new HeldGate(Checkpoint.BEFORE_HANDLE);
                    try (var gateway = IncidentGateway.start(flow, config -> config.gates(busy));
                            var tab = gateway.welcomed("alice")) {
                        var other = gateway.welcomed("alice");
                        tab.send("{\"type\":\"chat\",\"content\":\"hi\",\"message_id\":\"m\"}");
                        busy.awaitHeld();
                        other.close();
                        gateway.await(ConnectionFact.Closed.class, "alice");
                        busy.open();

                        if (flow.has(Fix.ACCEPT_ORDER)) {
                            assertThat(tab.hear("agent_response").path("correlation_id"))
                                    .hasToString("\"m\"");
                            assertThat(complaints(gateway)).isEmpty();
                        } else {
                            assertThat(tab.closeCode()).isEqualTo(1000);
                            gateway.awaitNoneOpen();
                            assertThat(gateway.facts(MessageFact.Failed.class)).hasSize(1);
                            assertThat(complaints(gateway)).containsExactly(NEED_TO_ACCEPT);
                        }
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aWrongTokenIsRefusedWithAReasonOrAnsweredWithAnErrorOfTheServer(FlowName flow)
            throws Exception {
        refuse(flow, RefusalStyle.SEND_BEFORE_ACCEPT, "HTTP/1.1 500", List.of(NEED_TO_ACCEPT));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aWrongTokenIsRefusedWithAReasonOrForbiddenWithoutOne(FlowName flow) throws Exception {
        refuse(flow, RefusalStyle.CLOSE_BEFORE_ACCEPT, "HTTP/1.1 403", List.of());
    }

    private static void refuse(
            FlowName flow, RefusalStyle style, String status, List<String> complaints)
            throws Exception {
        var usual = LegacyParts.usual();
        var parts = new LegacyParts(usual.handlers(), usual.sessions(), style);
        Recipes.play(
                flow,
                () -> {
                    try (var gateway =
                                    IncidentGateway.start(
                                            flow, config -> config.legacyParts(parts));
                            var http = HttpClient.newHttpClient()) {
                        var wrong = Map.of("Authorization", "Bearer no.good.token");
                        if (flow.has(Fix.ACCEPT_ORDER)) {
                            var client = Client.connect(http, gateway.uri(), wrong);
                            assertThat(client.hear().at("/error/code").stringValue())
                                    .isEqualTo("AUTH_FAILED");
                            assertThat(client.closeCode()).isEqualTo(1008);
                            gateway.awaitNoneOpen();
                            assertThat(outcomes(gateway)).containsExactly(Outcome.REJECTED);
                        } else {
                            assertThat(head(gateway, "Authorization: Bearer no.good.token"))
                                    .startsWith(status);
                            gateway.awaitNoneOpen();
                            assertThat(outcomes(gateway)).containsExactly(Outcome.FAILED);
                            assertThat(complaints(gateway)).isEqualTo(complaints);
                        }
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aFirstFrameWithATokenIsReadOrAskedForBeforeItCanCome(FlowName flow) throws Exception {
        Recipes.play(
                flow,
                () -> {
                    try (var gateway = IncidentGateway.start(flow, _ -> {})) {
                        if (flow.has(Fix.ACCEPT_ORDER)) {
                            try (var client = new RawSocket(gateway.uri())) {
                                client.requestUpgrade("Sec-WebSocket-Protocol: jwt-auth");
                                client.readHead();
                                client.text(gateway.firstFrame("alice"));
                                gateway.await(ConnectionFact.Ready.class, "alice");
                            }
                        } else {
                            var head = head(gateway, "Sec-WebSocket-Protocol: jwt-auth");
                            assertThat(head).startsWith("HTTP/1.1 500");
                            assertThat(complaints(gateway)).containsExactly(NEED_TO_ACCEPT);
                        }
                    }
                });
    }

    private static String head(IncidentGateway gateway, String header) throws Exception {
        try (var client = new RawSocket(gateway.uri())) {
            client.requestUpgrade(header);
            return client.readHead();
        }
    }

    private static List<String> complaints(IncidentGateway gateway) {
        return gateway.facts(ConnectionFact.NotConnected.class).stream()
                .map(ConnectionFact.NotConnected::complaint)
                .toList();
    }

    private static List<Outcome> outcomes(IncidentGateway gateway) {
        return gateway.facts(ConnectionFact.Closed.class).stream()
                .map(ConnectionFact.Closed::outcome)
                .toList();
    }
}
