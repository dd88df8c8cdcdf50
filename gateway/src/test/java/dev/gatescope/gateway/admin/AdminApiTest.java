package dev.gatescope.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.RunningGateway;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

class AdminApiTest {
    private static final List<AdminAccess.Key> KEYS =
            List.of(
                    new AdminAccess.Key(new AdminAccess.Person("ann", true), "operator-token"),
                    new AdminAccess.Key(new AdminAccess.Person("vic", false), "viewer-token"));

    @Test
    void theSnapshotHasEveryFigureOfTheContract() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            var snapshot = Admin.get(running, "/api/v1/snapshot");

            assertThat(snapshot.propertyNames())
                    .contains(
                            "time",
                            "uptime_s",
                            "flow",
                            "env",
                            "ready",
                            "components",
                            "connections",
                            "routing",
                            "success",
                            "error_rate",
                            "handlers",
                            "sessions",
                            "registration_failures",
                            "memory",
                            "latency_ms",
                            "faults_active",
                            "events_dropped");
            assertThat(snapshot.at("/connections").propertyNames())
                    .contains(
                            "active",
                            "by_state",
                            "attempts",
                            "ready",
                            "rejected",
                            "vanished",
                            "failed");
            assertThat(snapshot.at("/success/connection/last_60s").propertyNames())
                    .containsExactlyInAnyOrder("ratio", "n");
            assertThat(snapshot.at("/success/connection/last_60s/ratio").isNull()).isTrue();
            assertThat(snapshot.path("time").stringValue())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        }
    }

    @Test
    void everyMetricOfTheContractIsThereAtZeroFromTheStart() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            var metrics = Admin.send(running, HttpRequest.newBuilder(), "/metrics").body();

            assertThat(metrics)
                    .contains(
                            "ws_connections_active{state=\"ready\"} 0.0",
                            "ws_connections_total{outcome=\"ready\",phase=\"ready\"} 0.0",
                            "ws_handshake_phase_duration_seconds_count{phase=\"accept\"} 0",
                            "ws_connection_duration_seconds_count 0",
                            "ws_closes_total{code=\"1000\",initiator=\"client\"} 0.0",
                            "ws_messages_total{direction=\"in\",type=\"chat\"} 0.0",
                            "ws_routing_total{outcome=\"failed\",reason=\"no_handler\"} 0.0",
                            "ws_message_process_duration_seconds_count{type=\"ping\"} 0",
                            "ws_handlers_registered 0.0",
                            "ws_handlers_leaked 0.0",
                            "ws_handler_registration_failures_total{reason=\"exception\"} 0.0",
                            "ws_fallback_replies_total 0.0",
                            "db_sessions_open 0.0",
                            "db_sessions_leaked 0.0",
                            "db_session_scope_errors_total{reason=\"acquire\"} 0.0",
                            "ws_faults_active 0.0",
                            "ws_faults_injected_total{fault=\"handler-slow\"} 0.0",
                            "ws_events_dropped_total{where=\"journal\"} 0.0",
                            "jvm_memory_used_bytes",
                            "jvm_threads_live_threads",
                            "process_files_open_files",
                            "hikaricp_connections_active");
            assertThat(metrics.lines().filter(line -> line.startsWith("# HELP ")))
                    .allMatch(line -> line.split(" ", 4)[3].strip().length() > 1, "says something");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nothing, 404, ''",
        "/api/v1/connections?limit=none, 422, limit",
        "/api/v1/connections?sort=colour, 422, sort",
        "/api/v1/connections?since=yesterday, 422, since",
        "/api/v1/connections/conn_unknown, 404, ''",
        "/api/v1/events?severity=loud, 422, severity",
        "/api/v1/events?after=1, 422, after",
        "/api/v1/history?last=long, 422, last"
    })
    void whatIsWrongIsAProblemThatNamesTheField(String path, int status, String field)
            throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            var answer = Admin.send(running, HttpRequest.newBuilder(), path);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(
                            type -> assertThat(type).startsWith("application/problem+json"));
            if (!field.isEmpty()) {
                assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
            }
        }
    }

    @Test
    void whoHasNoTokenIsNobodyAndAViewerCommandsNothing() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder().adminTokens(KEYS))) {
            assertThat(call(running, "GET", "/api/v1/snapshot", null).statusCode()).isEqualTo(401);
            assertThat(call(running, "GET", "/metrics", "wrong").statusCode()).isEqualTo(401);
            assertThat(call(running, "GET", "/api/v1", "viewer-token").body())
                    .contains("\"role\":\"viewer\"");
            assertThat(call(running, "POST", "/api/v1/marks", "viewer-token").statusCode())
                    .isEqualTo(403);
            assertThat(call(running, "POST", "/api/v1/marks", "operator-token").statusCode())
                    .isEqualTo(204);
            assertThat(call(running, "GET", "/api/v1/events?type=mark.set", "viewer-token").body())
                    .contains("\"who\":\"ann\"");
        }
    }

    @Test
    void anOperatorChangesTheFlowOfARunningGateway() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            var client = running.ready();

            var unknown = flow(running, "{\"flow\":\"legacy+luck\"}");
            var done = flow(running, "{\"flow\":\"legacy+sessions+accept-order\"}");

            assertThat(unknown.statusCode()).isEqualTo(422);
            assertThat(unknown.body()).contains("accept-order", "\"field\":\"flow\"");
            assertThat(done.statusCode()).isEqualTo(204);
            assertThat(client.closeCode()).isEqualTo(1012);
            assertThat(Admin.get(running, "/api/v1").path("flow").stringValue())
                    .isEqualTo("legacy+accept-order+sessions");
            assertThat(Admin.get(running, "/api/v1/events?type=flow.changed").toString())
                    .contains("\"from\":\"fixed\"", "\"cause\":");
        }
    }

    private static HttpResponse<String> flow(RunningGateway running, String body) {
        var request =
                HttpRequest.newBuilder().method("POST", HttpRequest.BodyPublishers.ofString(body));
        return Admin.send(running, request, "/api/v1/flow");
    }

    @Test
    void anOperatorsCloseReachesTheClientAndTheJournal() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            var client = running.connect();
            var id = client.hear().at("/data/connection_id").stringValue();
            var path = "/api/v1/connections/" + id;
            var badCode = call(running, "DELETE", path + "?code=1011", null);
            var done = call(running, "DELETE", path + "?code=4001&reason=maintenance", null);

            assertThat(badCode.statusCode()).isEqualTo(422);
            assertThat(done.statusCode()).isEqualTo(204);
            assertThat(client.closeCode()).isEqualTo(4001);
            running.awaitNothingHeld();
            var close = Admin.get(running, path).path("close");
            assertThat(close.path("initiator").stringValue()).isEqualTo("operator");
            assertThat(close.path("reason").stringValue()).isEqualTo("maintenance");
            assertThat(Admin.get(running, "/api/v1/events?type=operator.acted").toString())
                    .contains("maintenance");
            assertThat(Admin.get(running, "/api/v1/events?type=connection.closed").toString())
                    .contains("Closed with 4001 by an operator (maintenance)");
        }
    }

    @Test
    void aBadMessageIsCountedUnderItsType() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder());
                var client = running.ready()) {
            client.send("{\"type\":\"chat\",\"payload\":[]}");
            client.hear();

            assertThat(call(running, "GET", "/metrics", null).body())
                    .contains("ws_messages_total{direction=\"in\",type=\"chat\"} 1.0");
        }
    }

    @Test
    void aForeignOriginIsRefusedAndAForeignHostToo() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            var foreign = HttpRequest.newBuilder().header("Origin", "https://evil.example");

            assertThat(Admin.send(running, foreign, "/api/v1").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void framesAreShownWithoutTheirSecrets() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder());
                var client = running.connect()) {
            var id = client.hear().at("/data/connection_id").stringValue();
            client.send(
                    "{\"type\":\"ping\",\"payload\":{\"password\":\"hunter2\",\"x\":\"shown\"}}");
            client.hear();

            var frames = Admin.get(running, "/api/v1/connections/" + id).path("frames").toString();
            assertThat(frames).contains("shown", "[redacted]").doesNotContain("hunter2");
        }
    }

    private static HttpResponse<String> call(
            RunningGateway running, String method, String path, @Nullable String token) {
        var request =
                HttpRequest.newBuilder()
                        .method(method, BodyPublishers.ofString("{\"label\":\"deploy\"}"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return Admin.send(running, request, path);
    }
}
