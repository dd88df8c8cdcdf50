package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.Environment;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.GatewayConfig.Timeouts;
import dev.gatescope.gateway.auth.Secret;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

/** Every defect of a token, in each place and environment, gets its code and ends in 1008. */
@ParameterizedClass
@EnumSource(names = {"DEVELOPMENT", "STAGING"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenDefectsTest {
    private static final String HS256 = "{\"alg\":\"HS256\"}";
    private static final String FIRST_FRAME = "Sec-WebSocket-Protocol: jwt-auth";

    @Parameter private Environment environment = Environment.STAGING;
    private RunningGateway running;
    private URI uri;

    @BeforeAll
    void start() throws Exception {
        var rules =
                new TokenRules(
                        new TokenRules.Keys.OfSecret(Secret.of(Tokens.SECRET)), "chat", "login");
        var timeouts =
                new Timeouts(
                        Duration.ofSeconds(30),
                        Duration.ofMillis(300),
                        Duration.ofSeconds(10),
                        Duration.ZERO);
        running =
                RunningGateway.start(
                        GatewayConfig.builder()
                                .environment(environment)
                                .tokens(rules)
                                .timeouts(timeouts));
        uri = running.gateway().clientUri();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    static Stream<Arguments> defects() {
        var good = good();
        var unsigned = good.substring(0, good.lastIndexOf('.'));
        return Stream.of(
                defect("expired", claims(user(), exp(-61), ours()), "TOKEN_EXPIRED"),
                defect("expired long ago", claims(user(), exp(-9_999), ours()), "TOKEN_EXPIRED"),
                defect("no exp", claims(user(), ours()), "AUTH_FAILED"),
                defect("exp a word", claims(user(), "\"exp\":\"soon\"", ours()), "AUTH_FAILED"),
                defect("exp negative", claims(user(), "\"exp\":-1", ours()), "TOKEN_EXPIRED"),
                defect("exp null", claims(user(), "\"exp\":null", ours()), "AUTH_FAILED"),
                defect("exp an object", claims(user(), "\"exp\":{}", ours()), "AUTH_FAILED"),
                defect(
                        "nbf a word",
                        claims(user(), exp(9), "\"nbf\":\"x\"", ours()),
                        "AUTH_FAILED"),
                defect("not yet", claims(user(), exp(300), nbf(90), ours()), "AUTH_FAILED"),
                defect("no sub", claims(exp(300), ours()), "AUTH_FAILED"),
                defect("empty sub", claims("\"sub\":\"\"", exp(300), ours()), "AUTH_FAILED"),
                defect("sub a number", claims("\"sub\":5", exp(300), ours()), "AUTH_FAILED"),
                defect("sub of 129", claims(sub("x".repeat(129)), exp(300), ours()), "AUTH_FAILED"),
                defect("sub two lines", claims(sub("a\\nb"), exp(300), ours()), "AUTH_FAILED"),
                defect("no aud", claims(user(), exp(300), "\"iss\":\"login\""), "AUTH_FAILED"),
                defect(
                        "other aud",
                        claims(user(), exp(300), "\"iss\":\"login\",\"aud\":\"mail\""),
                        "AUTH_FAILED"),
                defect(
                        "other iss",
                        claims(user(), exp(300), "\"iss\":\"me\",\"aud\":\"chat\""),
                        "AUTH_FAILED"),
                defect("no iss", claims(user(), exp(300), "\"aud\":\"chat\""), "AUTH_FAILED"),
                defect("no JWT", "abc", "AUTH_FAILED"),
                defect("two parts", unsigned, "AUTH_FAILED"),
                defect("no signature", unsigned + ".", "AUTH_FAILED"),
                defect("cut off", good.substring(0, good.length() - 5), "AUTH_FAILED"),
                defect(
                        "alg a number",
                        Tokens.signed("{\"alg\":5}", goodClaims(), Tokens.SECRET, "HmacSHA256"),
                        "AUTH_FAILED"),
                defect(
                        "a critical extension",
                        Tokens.signed(
                                "{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}",
                                goodClaims(),
                                Tokens.SECRET,
                                "HmacSHA256"),
                        "AUTH_FAILED"),
                defect(
                        "claims nested deeply",
                        Tokens.ofClaims("{\"a\":".repeat(300) + "1" + "}".repeat(300)),
                        "AUTH_FAILED"),
                defect("claims no object", Tokens.ofClaims("[1]"), "AUTH_FAILED"),
                defect("claims no JSON", Tokens.ofClaims("sub"), "AUTH_FAILED"),
                defect(
                        "alg none",
                        Tokens.coded("{\"alg\":\"none\"}")
                                + unsigned.substring(unsigned.indexOf('.'))
                                + ".",
                        "AUTH_FAILED"),
                defect(
                        "other secret",
                        Tokens.signed(HS256, goodClaims(), "x".repeat(40), "HmacSHA256"),
                        "AUTH_FAILED"),
                defect(
                        "HS512",
                        Tokens.signed(
                                "{\"alg\":\"HS512\"}", goodClaims(), Tokens.SECRET, "HmacSHA512"),
                        "AUTH_FAILED"),
                defect(
                        "RS256 signed with the secret",
                        Tokens.signed(
                                "{\"alg\":\"RS256\"}", goodClaims(), Tokens.SECRET, "HmacSHA256"),
                        "AUTH_FAILED"),
                defect("expired and forged", forgedAndExpired(), "AUTH_FAILED"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void aDefectIsNamedInEveryPlace(String name, String token, String code) throws Exception {
        try (var byHeader = RawClient.upgraded(uri, Tokens.inHeader(token));
                var bySubprotocol = RawClient.upgraded(uri, Tokens.inSubprotocol(token));
                var byFrame = RawClient.upgraded(uri, FIRST_FRAME)) {
            byFrame.text(Tokens.inFrame(token));

            for (var client : new RawClient[] {byHeader, bySubprotocol, byFrame}) {
                assertRefused(client, code);
            }
        }
    }

    @Test
    void sixtySecondsOfSkewAreForgiven() throws Exception {
        for (var token :
                new String[] {
                    claims(user(), exp(-50), ours()), claims(user(), exp(300), nbf(50), ours()),
                    claims(sub("x".repeat(128)), exp(300), ours()), good()
                }) {
            try (var client = RawClient.upgraded(uri, Tokens.inHeader(token))) {
                client.welcomed();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"authenticate\",\"token\":5}",
                "{\"type\":\"authenticate\",\"token\":null}",
                "{\"type\":\"authenticate\"}"
            })
    void aTokenThatIsNoStringFails(String frame) throws Exception {
        assertFirstFrameGets(frame, "AUTH_FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"ping\"}", "hello", "", "[]", "{\"token\":\"x\"}"})
    void anotherFirstFrameIsToldThatATokenIsRequired(String frame) throws Exception {
        assertFirstFrameGets(frame, "AUTH_REQUIRED");
    }

    @Test
    void noTokenInTimeIsToldThatATokenIsRequired() throws Exception {
        try (var client = RawClient.upgraded(uri, FIRST_FRAME)) {
            assertRefused(client, "AUTH_REQUIRED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer", "Authorization: Bearer  "})
    void anEmptyTokenFails(String header) throws Exception {
        try (var client = RawClient.upgraded(uri, header)) {
            assertRefused(client, "AUTH_FAILED");
        }
    }

    private void assertFirstFrameGets(String frame, String code) throws Exception {
        try (var client = RawClient.upgraded(uri, FIRST_FRAME)) {
            client.text(frame);
            assertRefused(client, code);
        }
    }

    private static void assertRefused(RawClient client, String code) throws Exception {
        var error = client.json();
        assertThat(error.path("type").stringValue()).isEqualTo("error");
        assertThat(error.at("/error/code").stringValue()).isEqualTo(code);
        assertThat(error.at("/error/message").stringValue()).doesNotContain("Exception", "java.");
        var close = client.closeFrame();
        assertThat(close.closeCode()).isEqualTo(1008);
        assertThat(close.closeReason()).isEqualTo(code);
    }

    private static Arguments defect(String name, String token, String code) {
        return Arguments.of(name, token, code);
    }

    private static String claims(String... members) {
        return Tokens.ofClaims("{" + String.join(",", members) + "}");
    }

    private static String goodClaims() {
        return "{" + String.join(",", user(), exp(300), ours()) + "}";
    }

    private static String good() {
        return Tokens.ofClaims(goodClaims());
    }

    private static String forgedAndExpired() {
        var claims = "{" + String.join(",", user(), exp(-999), ours()) + "}";
        return Tokens.signed(HS256, claims, "x".repeat(40), "HmacSHA256");
    }

    private static String user() {
        return sub("alice");
    }

    private static String sub(String user) {
        return "\"sub\":\"" + user + "\"";
    }

    private static String exp(int seconds) {
        return "\"exp\":" + Tokens.in(seconds);
    }

    private static String nbf(int seconds) {
        return "\"nbf\":" + Tokens.in(seconds);
    }

    private static String ours() {
        return "\"aud\":[\"chat\",\"mail\"],\"iss\":\"login\"";
    }
}
