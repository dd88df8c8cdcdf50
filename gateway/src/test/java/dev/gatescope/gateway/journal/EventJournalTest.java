package dev.gatescope.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

class EventJournalTest {
    @Test
    void whatHappenedIsStillThereAfterARestart(@TempDir Path folder) throws Exception {
        var database = "jdbc:h2:file:" + folder.resolve("gateway");
        String id;
        try (var first = RunningGateway.start(GatewayConfig.builder().database(database))) {
            try (var client = first.connect()) {
                id = client.hear().at("/data/connection_id").stringValue();
            }
            first.awaitNothingHeld();
        }

        try (var second = RunningGateway.start(GatewayConfig.builder().database(database));
                var client = second.connect()) {
            var newer = client.hear().at("/data/connection_id").stringValue();
            var old = Admin.get(second, "/api/v1/connections/" + id);

            assertThat(newer).isGreaterThan(id);
            assertThat(old.path("state").stringValue()).isEqualTo("closed");
            assertThat(types(old.path("timeline")))
                    .containsSubsequence(
                            "connection.opened",
                            "connection.accepted",
                            "connection.authenticated",
                            "connection.registered",
                            "connection.ready",
                            "connection.closed");
        }
    }

    @Test
    void eventsAfterOneComeOldestFirstAndPageByPage() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder());
                var client = running.ready()) {
            client.send("nonsense");
            client.hear();
            var all = Admin.get(running, "/api/v1/events?limit=1000").path("items");
            var oldest = all.get(all.size() - 1).path("id").stringValue();

            var first = Admin.get(running, "/api/v1/events?limit=2&after=" + oldest);
            var next =
                    Admin.get(
                            running,
                            "/api/v1/events?limit=2&after="
                                    + oldest
                                    + "&cursor="
                                    + first.path("next_cursor").stringValue());

            var ids = new ArrayList<>(first.path("items").findValuesAsString("id"));
            ids.addAll(next.path("items").findValuesAsString("id"));
            assertThat(ids).hasSize(4).isSorted().doesNotHaveDuplicates().doesNotContain(oldest);
        }
    }

    @Test
    void aRefusedMessageIsJournalledAndARoutedOneIsNot() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder());
                var client = running.ready()) {
            client.send("{\"type\":\"ping\"}");
            client.hear();
            client.send("{\"type\":\"dance\"}");
            client.hear();

            var items = Admin.get(running, "/api/v1/events?type=message.&limit=1000").path("items");
            assertThat(types(items)).containsOnly("message.refused", "message.received");
        }
    }

    private static List<String> types(JsonNode events) {
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.path("type").stringValue())
                .toList();
    }
}
