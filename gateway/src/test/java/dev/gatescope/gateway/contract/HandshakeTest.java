package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.Environment;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Set;

/** Which requests on {@code /ws} are upgraded, and what the others are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandshakeTest {
    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private static final String UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
    private static final String VERSION = "Sec-WebSocket-Version: 13\r\n";

    private RunningGateway running;
    private URI uri;

    @BeforeAll
    void start() throws Exception {
        running = RunningGateway.start(GatewayConfig.builder());
        uri = running.gateway().clientUri();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aProperRequestIsUpgradedWithTheKeyThatTheStandardAsksFor() throws Exception {
        try (var client = new RawClient(uri)) {
            var head = client.request(RawClient.upgradeRequest("/ws"));

            assertThat(head).startsWith("HTTP/1.1 101 ");
            assertThat(head).containsIgnoringCase("upgrade: websocket\r\n");
            assertThat(head).contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n");
            assertThat(head).doesNotContainIgnoringCase("Sec-WebSocket-Protocol");
            assertThat(head).doesNotContainIgnoringCase("Server:");
            client.welcomed();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\n",
                "upgrade: websocket\r\nCONNECTION: UPGRADE\r\n"
            })
    void theHeadersMayBeSpelledAsTheStandardAllows(String headers) throws Exception {
        assertThat(answer(headers + KEY + VERSION)).startsWith("HTTP/1.1 101 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Connection: Upgrade\r\n" + KEY + VERSION,
                "Upgrade: h2c, websocket\r\nConnection: Upgrade\r\n" + KEY + VERSION
            })
    void aRequestWithoutAnUpgradeIsToldToUpgrade(String headers) throws Exception {
        assertThat(answer(headers))
                .startsWith("HTTP/1.1 426 ")
                .containsIgnoringCase("Upgrade: websocket");
    }

    @Test
    void anOlderHttpCannotBeUpgraded() throws Exception {
        try (var client = new RawClient(uri)) {
            var request = RawClient.upgradeRequest("/ws").replace("HTTP/1.1", "HTTP/1.0");

            assertThat(client.request(request)).contains(" 426 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sec-WebSocket-Version: 8\r\n", "Sec-WebSocket-Version: x\r\n"})
    void anotherVersionIsToldWhichOneIsSpoken(String version) throws Exception {
        assertThat(answer(UPGRADE + KEY + version))
                .startsWith("HTTP/1.1 426 ")
                .contains("Sec-WebSocket-Version: 13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sec-WebSocket-Key: short\r\n",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZSEh\r\n",
                "Sec-WebSocket-Key: !!!!!!!!!!!!!!!!!!!!!!==\r\n"
            })
    void aKeyThatIsNot16BytesInBase64IsABadRequest(String key) throws Exception {
        assertThat(answer(UPGRADE + VERSION + key)).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws?room=%zz", "/ws?%ff", "/ws?room=%c3%28", "/ws?{room}", "/ws?a|b"})
    void aQueryThatIsNotEncodedRightlyIsABadRequest(String target) throws Exception {
        try (var client = new RawClient(uri)) {
            assertThat(client.request(RawClient.upgradeRequest(target)))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void anyOtherQueryIsNoMatter() throws Exception {
        try (var client = new RawClient(uri)) {
            assertThat(client.request(RawClient.upgradeRequest("/ws?room=5&%C3%BC=%20+&&=")))
                    .startsWith("HTTP/1.1 101 ");
            client.welcomed();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000, 101",
        "http://127.0.0.1, 101",
        "https://[::1]:8443, 101",
        "https://evil.example, 403",
        "http://localhost.evil.example, 403",
        "null, 403",
        "file://, 403"
    })
    void inDevelopmentAPageFromThisMachineIsLetIn(String origin, int status) throws Exception {
        assertThat(answer(UPGRADE + KEY + VERSION + "Origin: " + origin + "\r\n"))
                .startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void elsewhereOnlyThePagesNamedAreLetIn() throws Exception {
        var config =
                GatewayConfig.builder()
                        .environment(Environment.STAGING)
                        .tokens(Tokens.rules())
                        .allowedOrigins(Set.of("https://app.example"));
        try (var strict = RunningGateway.start(config)) {
            var strictUri = strict.gateway().clientUri();
            for (var origin : Set.of("http://localhost", "https://app.example.evil.example")) {
                assertThat(answerTo(strictUri, "Origin: " + origin)).startsWith("HTTP/1.1 403 ");
            }
            assertThat(answerTo(strictUri, "Origin: https://app.example"))
                    .startsWith("HTTP/1.1 101 ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example, https://app.example",
        "https://App.Example:443/, https://app.example",
        "http://app.example:80, http://app.example",
        "http://app.example:8080, http://app.example:8080",
        "tauri://localhost, tauri://localhost"
    })
    void anOriginMayBeNamedInAnySpelling(String named, String origin) throws Exception {
        var config =
                GatewayConfig.builder()
                        .environment(Environment.STAGING)
                        .tokens(Tokens.rules())
                        .allowedOrigins(Set.of(named));
        try (var strict = RunningGateway.start(config)) {
            assertThat(answerTo(strict.gateway().clientUri(), "Origin: " + origin))
                    .startsWith("HTTP/1.1 101 ");
        }
    }

    @Test
    void theSubprotocolOfTheTokenIsNeverSelected() throws Exception {
        var token = Tokens.coded("no token");
        assertThat(answerTo(uri, "Sec-WebSocket-Protocol: jwt-auth, jwt." + token))
                .contains("Sec-WebSocket-Protocol: jwt-auth\r\n");
        assertThat(answerTo(uri, "Sec-WebSocket-Protocol: jwt." + token))
                .startsWith("HTTP/1.1 101 ")
                .doesNotContain("Sec-WebSocket-Protocol");
        assertThat(answerTo(uri, "Sec-WebSocket-Protocol: chat, superchat"))
                .startsWith("HTTP/1.1 101 ")
                .doesNotContain("Sec-WebSocket-Protocol");
        assertThat(
                        answerTo(
                                uri,
                                "Sec-WebSocket-Protocol: jwt." + token,
                                "Sec-WebSocket-Protocol: jwt-auth"))
                .contains("Sec-WebSocket-Protocol: jwt-auth\r\n");
    }

    @Test
    void anExtensionThatIsNotWrittenAsTheStandardSaysIsABadRequest() throws Exception {
        assertThat(answerTo(uri, "Sec-WebSocket-Extensions: ;;;=,\"")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void noExtensionIsAgreed() throws Exception {
        assertThat(answerTo(uri, "Sec-WebSocket-Extensions: permessage-deflate"))
                .startsWith("HTTP/1.1 101 ")
                .doesNotContain("Sec-WebSocket-Extensions");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /nowhere HTTP/1.1, 404",
        "POST /ws HTTP/1.1, 426",
        "GET /ws/ HTTP/1.1, 404",
        "GET / HTTP/1.1, 404"
    })
    void otherRequestsAreAnsweredPlainly(String line, int status) throws Exception {
        try (var client = new RawClient(uri)) {
            var head = client.request(line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

            assertThat(head).startsWith("HTTP/1.1 " + status + " ");
            assertThat(head + client.readBody(10_000))
                    .doesNotContainIgnoringCase("exception")
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContain("<html");
        }
    }

    @Test
    void aRequestThatIsNoHttpIsABadRequest() throws Exception {
        try (var client = new RawClient(uri)) {
            var head = client.request("\u0016\u0003\u0001\u0002\r\n\r\n");

            assertThat(head + client.readBody(10_000))
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContainIgnoringCase("exception")
                    .doesNotContainIgnoringCase("jetty");
        }
    }

    private String answer(String headers) throws Exception {
        try (var client = new RawClient(uri)) {
            return client.request("GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n");
        }
    }

    private static String answerTo(URI gateway, String... headerLines) throws Exception {
        try (var client = new RawClient(gateway)) {
            return client.request(RawClient.upgradeRequest("/ws", headerLines));
        }
    }
}
