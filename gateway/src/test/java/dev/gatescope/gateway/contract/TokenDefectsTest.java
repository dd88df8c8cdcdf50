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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;

/** Every defect of a token, in each place and environment, gets its code and ends in 1008. */
@ParameterizedClass
@EnumSource(names = {"DEVELOPMENT", "STAGING"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenDefectsTest {
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
                        Duration.ofMillis(1_500),
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.gatescope.gateway.contract.TokenDefects#all")
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

    @ParameterizedTest
    @MethodSource("dev.gatescope.gateway.contract.TokenDefects#goodOnes")
    void sixtySecondsOfSkewAreForgiven(String token) throws Exception {
        try (var client = RawClient.upgraded(uri, Tokens.inHeader(token))) {
            client.welcomed();
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
}
