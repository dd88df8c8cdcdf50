package dev.gatescope.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminPortTest {
    private static final int DEADLINE_MILLIS = 20_000;

    private RunningGateway running;

    @BeforeAll
    void start() throws Exception {
        running =
                RunningGateway.start(
                        GatewayConfig.builder().allowedOrigins(Set.of("https://ops.example")));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1, evil.example, 403",
        "/metrics, evil.example:8026, 403",
        "/health/live, evil.example, 403",
        "/api/v1, localhost:9999, 200",
        "/health/live, 127.0.0.1, 200"
    })
    void onlyItsOwnHostIsAnsweredOnEveryPath(String path, String host, int status)
            throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n"))
                .startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, gateway-7:8026, true",
        "0.0.0.0, GATEWAY-7, true",
        "::, 192.0.2.1:8026, true",
        "::, [2001:db8::1]:8026, true",
        "0.0.0.0, evil.example, false",
        "127.0.0.1, gateway-7, false",
        "ops.example, ops.example:8026, true",
        "::1, [::1]:8026, true"
    })
    void whereItListensOnEveryAddressItIsAlsoCalledByItsName(
            String listensOn, String host, boolean own) {
        assertThat(new HostPolicy(listensOn, "gateway-7").isOwn(host)).isEqualTo(own);
    }

    @Test
    void nothingOfARequestIsSentBack() throws IOException {
        for (var path : new String[] {"/health", "/api/v1", "/metrics"}) {
            assertThat(
                            raw(
                                    "TRACE "
                                            + path
                                            + " HTTP/1.1\r\n"
                                            + "Host: 127.0.0.1\r\n"
                                            + "X-Secret: s3cr3t\r\n"))
                    .startsWith("HTTP/1.1 405 ")
                    .doesNotContain("s3cr3t");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1 HTTP/9.9, 505",
        "GET /%zz HTTP/1.1, 400",
        "POST /health HTTP/1.1, 405"
    })
    void whatIsNoProperRequestGetsAProblemToo(String line, int status) throws IOException {
        assertThat(raw(line + "\r\nHost: 127.0.0.1\r\n"))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("application/problem+json", "\"status\":" + status);
    }

    @ParameterizedTest
    @CsvSource({
        "/health/live, https://evil.example, 403",
        "/api/v1, https://ops.example, 200",
        "/api/v1, http://localhost:3000, 200"
    })
    void onlyPagesOfAnAllowedOriginAreLetIn(String path, String origin, int status) {
        assertThat(Admin.send(running, HttpRequest.newBuilder().header("Origin", origin), path))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/snapshot, 405, 'GET, HEAD, OPTIONS'",
        "DELETE, /api/v1/marks, 405, 'OPTIONS, POST'",
        "PUT, /api/v1/demo, 405, 'GET, HEAD, OPTIONS, POST'",
        "OPTIONS, /api/v1/connections/conn_000000000000, 204, 'DELETE, GET, HEAD, OPTIONS'"
    })
    void aPathSaysWhatItKnows(String method, String path, int status, String allow) {
        var request = HttpRequest.newBuilder().method(method, BodyPublishers.noBody());

        var answer = Admin.send(running, request, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Allow")).contains(allow);
    }

    @Test
    void aHeadIsAGetWithoutItsBody() {
        var head = HttpRequest.newBuilder().method("HEAD", BodyPublishers.noBody());

        var answer = Admin.send(running, head, "/api/v1/snapshot");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"not json, 400", "'[1,2]', 400", "'', 400", "'{\"label\":1}', 422", "'{}', 422"})
    void aBodyThatCannotBeUsedIsAProblem(String body, int status) {
        var request = HttpRequest.newBuilder().POST(BodyPublishers.ofString(body));

        assertThat(Admin.send(running, request, "/api/v1/marks").statusCode()).isEqualTo(status);
    }

    @Test
    void aBodyThatIsTooLongIsRefused() {
        var request = HttpRequest.newBuilder().POST(BodyPublishers.ofString("x".repeat(70_000)));

        assertThat(Admin.send(running, request, "/api/v1/marks").statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/history?last=PT999999999999H",
                "/api/v1/history?last=-PT5M",
                "/api/v1/events?since=-999999999-01-01T00:00:00Z",
                "/api/v1/connections?until=%2B999999999-01-01T00:00:00Z",
                "/api/v1/connections?state=happy",
                "/api/v1/connections?cursor=nonsense",
                "/api/v1/connections?sort=user&cursor=%21"
            })
    void aParameterOutOfRangeNamesItsField(String path) {
        var answer = Admin.send(running, HttpRequest.newBuilder(), path);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"");
    }

    @Test
    void aQueryThatIsNotEncodedRightlyIsAProblem() throws IOException {
        var answer = raw("GET /api/v1/events?user=%ZZ HTTP/1.1\r\nHost: localhost\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: websocket\r\nConnection: Upgrade\r\n",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n",
                ""
            })
    void aStreamWithoutAWholeUpgradeIsAnswered426(String headers) throws IOException {
        assertThat(raw("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n" + headers))
                .startsWith("HTTP/1.1 426 ");
    }

    @Test
    void aStreamBeginsWithTheOpenConnectionsAndTellsOfWhatHappens() throws Exception {
        var client = running.connect();
        var id = client.hear().at("/data/connection_id").stringValue();
        try (var stream = stream("?connections=changed")) {
            var first = stream.hear();
            assertThat(first.path("seq").intValue()).isEqualTo(1);
            assertThat(first.path("connections").findValuesAsString("id")).contains(id);

            client.close();
            var told = stream.hear();
            while (!told.path("events").toString().contains("connection.closed")) {
                told = stream.hear();
            }
            assertThat(told.path("snapshot").isObject()).isTrue();
        }
    }

    @Test
    void anOperatorsCloseIsTheRootOfTheEnd() throws Exception {
        var client = running.connect();
        var id = client.hear().at("/data/connection_id").stringValue();
        var path = "/api/v1/connections/" + id;

        var done =
                Admin.send(
                        running,
                        HttpRequest.newBuilder().DELETE(),
                        path + "?code=4000&reason=upkeep");
        assertThat(done.statusCode()).isEqualTo(204);
        client.closeCode();
        running.awaitNothingHeld();

        var causes = new HashMap<String, String>();
        var types = new HashMap<String, String>();
        for (var one : Admin.get(running, path).path("timeline")) {
            var event = one.path("id").stringValue();
            types.put(one.path("type").stringValue(), event);
            causes.put(event, one.path("cause").stringValue(""));
        }
        var root = types.getOrDefault("connection.closed", "");
        while (!causes.getOrDefault(root, "").isEmpty()) {
            root = causes.getOrDefault(root, "");
        }
        assertThat(root).isEqualTo(types.get("operator.acted"));
    }

    @Test
    void aConnectionThatIsBeingClosedShowsItAndCannotBeClosedAgain() throws Exception {
        var works = new CountDownLatch(1);
        var handles = new CountDownLatch(1);
        var config =
                GatewayConfig.builder()
                        .handler(
                                "works",
                                _ -> {
                                    handles.countDown();
                                    works.await();
                                });
        try (var busy = RunningGateway.start(config)) {
            var client = busy.connect();
            var id = client.hear().at("/data/connection_id").stringValue();
            var path = "/api/v1/connections/" + id;
            client.send("{\"type\":\"works\"}");
            handles.await();

            var first = Admin.send(busy, HttpRequest.newBuilder().DELETE(), path);
            var list = Admin.get(busy, "/api/v1/connections");
            var second = Admin.send(busy, HttpRequest.newBuilder().DELETE(), path);
            works.countDown();

            assertThat(first.statusCode()).isEqualTo(204);
            assertThat(list.at("/items/0/state").stringValue()).isEqualTo("closing");
            assertThat(second.statusCode()).isEqualTo(404);
            assertThat(Admin.get(busy, "/api/v1/events?type=operator.acted").path("items").size())
                    .isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatIsOverCannotBeClosed() throws Exception {
        var client = running.connect();
        var id = client.hear().at("/data/connection_id").stringValue();
        client.close();
        running.awaitNothingHeld();

        var answer =
                Admin.send(running, HttpRequest.newBuilder().DELETE(), "/api/v1/connections/" + id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(
                        Admin.get(running, "/api/v1/events?type=operator.acted&connection=" + id)
                                .path("items")
                                .size())
                .isZero();
    }

    private Client stream(String query) {
        var admin = running.gateway().adminUri().toString().replace("http:", "ws:");
        return Client.connect(running.http(), URI.create(admin + "/api/v1/stream" + query));
    }

    /** Sends a head that HttpClient would not send, and reads all of the answer. */
    private String raw(String head) throws IOException {
        var admin = running.gateway().adminUri();
        try (var socket = new Socket(admin.getHost(), admin.getPort())) {
            socket.setSoTimeout(DEADLINE_MILLIS);
            var close = head.contains("Connection:") ? "\r\n" : "Connection: close\r\n\r\n";
            socket.getOutputStream().write((head + close).getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
