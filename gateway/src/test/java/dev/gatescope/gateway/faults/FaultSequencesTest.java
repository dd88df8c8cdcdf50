package dev.gatescope.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.shared.admin.FaultKindInfo;
import dev.gatescope.shared.admin.Snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random faults, one upon the other, with random scopes and parameters of the published ranges. */
class FaultSequencesTest {
    private static final int SEQUENCES = Boolean.getBoolean("gatescope.full") ? 500 : 25;
    private static final List<String> USERS = List.of("alice", "bob");

    private final Random random = new Random(20_260_131);

    @Test
    @Timeout(900)
    void afterwardsTheGatewayIsAsAFreshOne() throws Exception {
        try (var gateway = FaultGateway.start();
                var fresh = FaultGateway.start()) {
            for (var i = 0; i < SEQUENCES; i++) {
                play(gateway);
            }

            gateway.assertServes();
            fresh.assertServes();
            gateway.running().awaitNothingHeld();
            fresh.running().awaitNothingHeld();
            assertThat(gateway.figures().components())
                    .extracting(Snapshot.Component::name, Snapshot.Component::state)
                    .containsExactlyElementsOf(
                            fresh.figures().components().stream()
                                    .map(one -> tuple(one.name(), one.state()))
                                    .toList());
            assertThat(gateway.figures().components())
                    .extracting(Snapshot.Component::detail)
                    .containsOnlyNulls();
            for (var gauge :
                    List.of(
                            "ws_faults_active",
                            "ws_handlers_registered",
                            "ws_handlers_leaked",
                            "db_sessions_open",
                            "db_sessions_leaked",
                            "hikaricp_connections_active{pool=\"gatescope\"}",
                            "hikaricp_connections_pending{pool=\"gatescope\"}")) {
                Eventually.until(
                        () -> gauge + " as on a fresh gateway: " + gateway.metric(gauge),
                        () -> gateway.metric(gauge) == fresh.metric(gauge));
            }
            var faults = gateway.get("/api/v1/faults");
            assertThat(faults.path("allowed").booleanValue()).isTrue();
            assertThat(faults.path("items").valueStream())
                    .noneMatch(one -> one.path("state").stringValue().equals("active"));
        }
    }

    private void play(FaultGateway gateway) throws Exception {
        var clients = new ArrayList<Client>();
        var faults = new ArrayList<String>();
        clients.add(gateway.connect(user()));
        for (var i = 0; i <= random.nextInt(3); i++) {
            faults.add(inject(gateway));
            clients.add(gateway.connect(user()));
            clients.forEach(this::doSomething);
        }
        if (random.nextInt(4) == 0) {
            gateway.post("/api/v1/faults/stop-all", "");
            gateway.post("/api/v1/faults/allow", "");
        } else {
            faults.forEach(gateway::delete);
        }
        clients.forEach(Client::abort);
        assertThat(gateway.figures().faultsActive()).isZero();
    }

    private String inject(FaultGateway gateway) {
        var kinds = Catalogue.usual().infos();
        var kind = kinds.get(random.nextInt(kinds.size()));
        var parameters = new ArrayList<String>();
        for (var parameter : kind.parameters()) {
            if (random.nextBoolean()) {
                parameters.add("\"" + parameter.name() + "\":" + value(parameter));
            }
        }
        return gateway.inject(
                kind.kind(),
                "\"parameters\":{"
                        + String.join(",", parameters)
                        + "},\"scope\":"
                        + scope()
                        + ",\"seed\":"
                        + random.nextLong());
    }

    private String value(FaultKindInfo.Parameter parameter) {
        var values = parameter.values();
        if (values != null) {
            return "\"" + values.get(random.nextInt(values.size())) + "\"";
        }
        var min = parameter.min() == null ? 0 : parameter.min();
        var max = parameter.max() == null ? 0 : parameter.max();
        return String.valueOf(random.nextLong(min, max + 1));
    }

    private String scope() {
        return switch (random.nextInt(4)) {
            case 0 -> "{\"percent\":" + (1 + random.nextInt(100)) + "}";
            case 1 -> "{\"user\":\"" + user() + "\"}";
            case 2 -> "{\"type\":\"chat\"}";
            default -> "{}";
        };
    }

    private String user() {
        return USERS.get(random.nextInt(USERS.size()));
    }

    private void doSomething(Client client) {
        switch (random.nextInt(4)) {
            case 0 -> client.abort();
            case 1 -> send(client, FaultGateway.ping());
            default -> send(client, FaultGateway.chat());
        }
    }

    /** Whether or not it is still there. */
    private static void send(Client client, String frame) {
        try {
            client.send(frame);
        } catch (RuntimeException e) {
            // The gateway, or it, has closed it.
        }
    }
}
