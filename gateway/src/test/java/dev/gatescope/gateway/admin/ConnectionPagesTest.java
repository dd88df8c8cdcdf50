package dev.gatescope.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class ConnectionPagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"opened_at", "-opened_at", "user", "-state", "messages_in"})
    void pagesMeetWithoutAGapOrARepetition(String sort) throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            for (var i = 0; i < 7; i++) {
                running.ready();
            }

            var ids = new ArrayList<String>();
            var path = "/api/v1/connections?limit=2&sort=" + sort;
            var page = Admin.get(running, path);
            ids.addAll(ids(page));
            while (page.has("next_cursor")) {
                page =
                        Admin.get(
                                running,
                                path + "&cursor=" + page.path("next_cursor").stringValue());
                ids.addAll(ids(page));
            }

            assertThat(ids).hasSize(7).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEndedThoughOthersHaveConnectedSince() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            for (var i = 0; i < 4; i++) {
                running.ready();
            }
            var first = Admin.get(running, "/api/v1/connections?limit=2");
            running.ready();
            running.ready();

            var second =
                    Admin.get(
                            running,
                            "/api/v1/connections?limit=2&cursor="
                                    + first.path("next_cursor").stringValue());

            var all = new ArrayList<>(ids(first));
            all.addAll(ids(second));
            assertThat(all).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void connectionsOfAnEarlierRunComeAfterThoseOfThisOne(@TempDir Path folder) throws Exception {
        var database = "jdbc:h2:file:" + folder.resolve("gateway");
        try (var first = RunningGateway.start(GatewayConfig.builder().database(database))) {
            first.ready().close();
            first.ready().close();
            first.awaitNothingHeld();
        }

        try (var second = RunningGateway.start(GatewayConfig.builder().database(database))) {
            second.ready().close();
            second.awaitNothingHeld();
            second.ready();

            var all = Admin.get(second, "/api/v1/connections");
            assertThat(ids(all)).hasSize(4).isSortedAccordingTo((a, b) -> b.compareTo(a));
            assertThat(all.path("items").findValuesAsString("state"))
                    .containsExactly("ready", "closed", "closed", "closed");
            assertThat(ids(Admin.get(second, "/api/v1/connections?state=ready"))).hasSize(1);
            assertThat(ids(Admin.get(second, "/api/v1/connections?state=open"))).hasSize(1);
            assertThat(ids(Admin.get(second, "/api/v1/connections?state=closed&sort=user")))
                    .hasSize(3);
        }
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsString("id");
    }
}
