package dev.gatescope.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.Outcome;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.Eventually;

import org.junit.jupiter.api.Test;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What is known of a connection while it ends. */
class ConnectionLifeTest {
    private static final long DEADLINE_SECONDS = 20;

    @Test
    void itsEndIsCountedBeforeItIsNoLongerAmongTheOpen() throws Exception {
        var openWhileCounted = new CompletableFuture<List<Connection>>();
        try (var http = HttpClient.newHttpClient();
                var gateway =
                        new HandMadeGateway(
                                _ -> Map.of(),
                                (connections, occurrence) -> {
                                    if (occurrence.fact() instanceof ConnectionFact.Closed) {
                                        openWhileCounted.complete(List.copyOf(connections.open()));
                                    }
                                })) {
            var client = Client.connect(http, gateway.clientUri());
            client.hear("connection_established");
            client.close();

            var open = openWhileCounted.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            assertThat(open)
                    .singleElement()
                    .satisfies(one -> assertThat(one.closedAtMillis()).isPositive());
            Eventually.until(() -> "closed", () -> gateway.connections.openCount() == 0);
        }
    }

    @Test
    void aStrictGatewayWhoseHandlersCannotBeMadeRefusesWith1011AndHoldsNothing() throws Exception {
        try (var http = HttpClient.newHttpClient();
                var gateway =
                        new HandMadeGateway(
                                _ -> {
                                    throw new IllegalStateException("no handlers today");
                                },
                                (_, _) -> {})) {
            var client = Client.connect(http, gateway.clientUri());

            var refused = client.hear();
            assertThat(refused.at("/error/code").stringValue()).isEqualTo("REGISTRATION_FAILED");
            assertThat(refused.toString()).doesNotContain("today");
            assertThat(client.closeCode()).isEqualTo(1011);
            Eventually.until(() -> "nothing open", () -> gateway.connections.openCount() == 0);
            assertThat(gateway.router.registered()).isZero();
            assertThat(outcomes(gateway)).containsExactly(Outcome.FAILED);
            assertThat(gateway.heard)
                    .filteredOn(one -> one.fact() instanceof HandlerFact.RegistrationFailed)
                    .hasSize(1);
        }
    }

    private static List<Outcome> outcomes(HandMadeGateway gateway) {
        var outcomes = new ArrayList<Outcome>();
        for (var occurrence : gateway.heard) {
            if (occurrence.fact() instanceof ConnectionFact.Closed closed) {
                outcomes.add(closed.outcome());
            }
        }
        return outcomes;
    }
}
