package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.Environment;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;

/** The places where a client may put its token, and which of them counts. */
class TokenWaysTest {
    private static final String ALONE = "Sec-WebSocket-Protocol: jwt-auth";

    /** Does something with a gateway. */
    @FunctionalInterface
    private interface Trial {
        void with(URI gateway) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void theHeaderNamesTheUser(Environment environment) throws Exception {
        inside(
                environment,
                uri -> {
                    assertThat(userOf(uri, Tokens.inHeader(Tokens.good("alice"))))
                            .isEqualTo("alice");
                    assertThat(userOf(uri, "authorization: bEARER   " + Tokens.good("bob")))
                            .isEqualTo("bob");
                });
    }

    @ParameterizedTest
    @EnumSource
    void theSubprotocolNamesTheUserWithOrWithoutJwtAuth(Environment environment) throws Exception {
        inside(
                environment,
                uri -> {
                    var token = Tokens.good("carol");
                    assertThat(userOf(uri, Tokens.inSubprotocol(token))).isEqualTo("carol");
                    assertThat(userOf(uri, "Sec-WebSocket-Protocol: jwt." + Tokens.coded(token)))
                            .isEqualTo("carol");
                });
    }

    @ParameterizedTest
    @EnumSource
    void theFirstFrameNamesTheUser(Environment environment) throws Exception {
        inside(
                environment,
                uri -> {
                    try (var client = RawClient.upgraded(uri, ALONE)) {
                        client.text(Tokens.inFrame(Tokens.good("dave")));

                        assertThat(client.json().at("/data/user_id").stringValue())
                                .isEqualTo("dave");
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void theHeaderCountsBeforeTheSubprotocol(Environment environment) throws Exception {
        inside(
                environment,
                uri -> {
                    var header = Tokens.inHeader(Tokens.good("erin"));
                    var subprotocol = Tokens.inSubprotocol(Tokens.good("frank"));
                    assertThat(userOf(uri, header, subprotocol)).isEqualTo("erin");
                    try (var client =
                            RawClient.upgraded(uri, Tokens.inHeader("no token"), subprotocol)) {
                        assertThat(client.errorCode()).isEqualTo("AUTH_FAILED");
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void aTokenInTheQueryIsRefusedEvenBesideAGoodOne(Environment environment) throws Exception {
        inside(
                environment,
                uri -> {
                    for (var parameter :
                            new String[] {
                                "token", "access_token", "auth-token", "JWT", "%74oken", "room"
                            }) {
                        try (var client = new RawClient(uri)) {
                            var target = "/ws?" + parameter + "=" + Tokens.good("grace");
                            var good = Tokens.inHeader(Tokens.good("grace"));
                            assertThat(client.request(RawClient.upgradeRequest(target, good)))
                                    .startsWith("HTTP/1.1 101 ");

                            assertThat(client.errorCode()).isEqualTo("AUTH_FAILED");
                            assertThat(client.closeFrame().closeCode()).isEqualTo(1008);
                        }
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void aClientWithNoTokenIsTheUserDevInDevelopmentOnly(Environment environment) throws Exception {
        inside(
                environment,
                uri -> {
                    try (var client = RawClient.upgraded(uri)) {
                        if (!environment.isStrict()) {
                            assertThat(client.json().at("/data/user_id").stringValue())
                                    .isEqualTo("dev");
                        } else {
                            client.text(Tokens.inFrame(Tokens.good("heidi")));
                            assertThat(client.json().at("/data/user_id").stringValue())
                                    .isEqualTo("heidi");
                        }
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void whoIsAuthenticatedIsToldAsWhom(Environment environment) throws Exception {
        inside(
                environment,
                uri -> {
                    var header = Tokens.inHeader(Tokens.good("ivan"));
                    try (var client = RawClient.upgraded(uri, header).welcomed()) {
                        client.text(Tokens.inFrame(Tokens.good("judy")));

                        assertThat(client.json().at("/error/message").stringValue())
                                .isEqualTo(
                                        "This connection is authenticated already, as user ivan.");
                    }
                });
    }

    private static void inside(Environment environment, Trial trial) throws Exception {
        var config = GatewayConfig.builder().environment(environment).tokens(Tokens.rules());
        try (var running = RunningGateway.start(config)) {
            trial.with(running.gateway().clientUri());
        }
    }

    private static String userOf(URI uri, String... headerLines) throws Exception {
        try (var client = RawClient.upgraded(uri, headerLines)) {
            return client.json().at("/data/user_id").stringValue();
        }
    }
}
