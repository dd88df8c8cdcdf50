package dev.gatescope.console.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultRequest.StopWhen;
import dev.gatescope.shared.admin.FaultScope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The fault lab's calls as they go over the wire. */
@Timeout(60)
class RemoteFaultsTest {
    private static final String FAULT =
            "{\"id\":\"fault_000000000001\",\"kind\":\"handler-slow\",\"parameters\":{\"delay\":9},"
                + "\"scope\":{\"percent\":20.0},\"reason\":\"drill\",\"by\":\"ops\","
                + "\"started_at\":\"2026-03-01T12:00:00.000Z\",\"ends_at\":\"2026-03-01T12:01:00.000Z\","
                + "\"state\":\"active\",\"hits\":3,\"connections\":2,\"spared\":0,\"newer\":true}";

    private final HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final RemoteGateway gateway;
    private volatile int status = 200;
    private volatile String answer = "";

    RemoteFaultsTest() throws IOException {
        server.createContext("/", this::serve);
        server.start();
        gateway =
                new RemoteGateway(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), null);
    }

    @AfterEach
    void stop() {
        gateway.close();
        server.stop(0);
    }

    @Test
    void theCatalogueAndTheListAreRead() {
        answer =
                "{\"items\":[{\"kind\":\"handler-slow\",\"group\":\"handler\",\"title\":\"Slow\",\"description\":\"It"
                    + " sleeps.\",\"parameters\":[{\"name\":\"delay\",\"type\":\"integer\",\"default\":500,\"min\":1,\"max\":60000,\"unit\":\"ms\",\"description\":\"how"
                    + " long\"}],"
                    + "\"moves\":[\"process_p99_ms\"],\"scopes\":[\"percent\"],\"ambient\":false}]}";
        assertThat(gateway.faults().catalogue().join())
                .singleElement()
                .satisfies(kind -> {
                    assertThat(kind.kind()).isEqualTo("handler-slow");
                    assertThat(kind.parameters().getFirst().defaultValue()).isEqualTo(500);
                });

        answer = "{\"items\":[" + FAULT + "],\"allowed\":false}";
        var list = gateway.faults().list().join();

        assertThat(list.allowed()).isFalse();
        assertThat(list.items()).extracting(FaultInfo::hits).containsExactly(3L);
        assertThat(heard)
                .containsExactly("GET /api/v1/faults/catalogue ", "GET /api/v1/faults?limit=1000 ");
    }

    @Test
    void aFaultIsInjectedWithWhatWasTypedAndNothingElse() {
        status = 201;
        answer = FAULT;

        var fault =
                gateway.faults()
                        .inject(
                                new FaultRequest(
                                        "handler-slow",
                                        Map.of("delay", 9L),
                                        new FaultScope(20.0, null, null, null),
                                        "PT1M",
                                        "PT10S",
                                        null,
                                        new StopWhen("connection_success", 0.5, null),
                                        "drill"))
                        .join();

        assertThat(fault.id()).isEqualTo("fault_000000000001");
        assertThat(heard)
                .containsExactly(
                        "POST /api/v1/faults"
                            + " {\"kind\":\"handler-slow\",\"parameters\":{\"delay\":9},"
                            + "\"scope\":{\"percent\":20.0},\"duration\":\"PT1M\",\"lease\":\"PT10S\","
                            + "\"stop_when\":{\"figure\":\"connection_success\",\"below\":0.5},"
                            + "\"reason\":\"drill\"}");
    }

    @Test
    void commandsGoToTheirAddresses() {
        var faults = gateway.faults();
        faults.stop("fault_1").join();
        faults.renew("fault_1").join();
        faults.stopAll().join();
        faults.allow().join();

        assertThat(heard)
                .containsExactly(
                        "DELETE /api/v1/faults/fault_1 ",
                        "POST /api/v1/faults/fault_1/renew {}",
                        "POST /api/v1/faults/stop-all {}",
                        "POST /api/v1/faults/allow {}");
    }

    @Test
    void whyAFaultWasRefusedIsTheGatewaysSentence() {
        status = 409;
        answer =
                "{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,"
                        + "\"detail\":\"New faults are blocked.\"}";

        assertThatThrownBy(() -> gateway.faults().renew("fault_1").join())
                .rootCause()
                .isInstanceOf(GatewayCallFailed.class)
                .hasMessage("New faults are blocked.");
    }

    @Test
    void aConsoleThatIsClosedRenewsNothingAndThrowsNothing() {
        gateway.close();

        assertThat(gateway.faults().renew("fault_1")).failsWithin(Duration.ofSeconds(20));
        assertThat(heard).isEmpty();
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            heard.add(
                    call.getRequestMethod()
                            + " "
                            + call.getRequestURI()
                            + " "
                            + new String(
                                    call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            call.getResponseBody().write(body);
        }
    }
}
