package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

import dev.gatescope.gateway.Environment;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Tokens that are signed with the keys of a key set somewhere else. */
class KeySetTest {
    private HttpServer keySet;
    private RSAKey rsa;
    private ECKey ec;

    @BeforeEach
    void publish() throws Exception {
        rsa = new RSAKeyGenerator(2_048).keyID("rsa").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        var text = new JWKSet(List.of(rsa, ec)).toPublicJWKSet().toString();
        keySet = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keySet.createContext(
                "/keys",
                exchange -> {
                    var bytes = text.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        keySet.start();
    }

    @AfterEach
    void withdraw() {
        keySet.stop(0);
    }

    @Test
    void rsaAndEllipticCurvesAreTakenAndOthersAreNot() throws Exception {
        try (var running = strict("/keys")) {
            var uri = running.gateway().clientUri();
            assertWelcome(uri, token(JWSAlgorithm.RS256, rsa, new RSASSASigner(rsa)));
            assertWelcome(uri, token(JWSAlgorithm.ES256, ec, new ECDSASigner(ec)));

            var stranger = new RSAKeyGenerator(2_048).keyID("rsa").generate();
            assertFails(uri, token(JWSAlgorithm.RS256, stranger, new RSASSASigner(stranger)));
            assertFails(uri, token(JWSAlgorithm.RS512, rsa, new RSASSASigner(rsa)));
            assertFails(uri, Tokens.good("mallory"));
        }
    }

    /** However often they come: asking for the keys again is rationed. */
    @Test
    void aKeyThatNobodyKnowsIsTheClientsFault() throws Exception {
        var unknown = new ECKeyGenerator(Curve.P_256).keyID("unknown").generate();
        try (var running = strict("/keys")) {
            var uri = running.gateway().clientUri();
            for (var i = 0; i < 5; i++) {
                assertFails(uri, token(JWSAlgorithm.ES256, unknown, new ECDSASigner(unknown)));
            }
            assertWelcome(uri, token(JWSAlgorithm.ES256, ec, new ECDSASigner(ec)));
            assertThat(running.figures().connections().failed()).isZero();
        }
    }

    @Test
    void keysThatCannotBeFetchedAreNotTheClientsFault() throws Exception {
        try (var running = strict("/elsewhere")) {
            for (var i = 0; i < 4; i++) {
                var token = token(JWSAlgorithm.ES256, ec, new ECDSASigner(ec));
                try (var client =
                        RawClient.upgraded(running.gateway().clientUri(), Tokens.inHeader(token))) {
                    assertThat(client.errorCode()).isEqualTo("NOT_READY");
                    var close = client.closeFrame();
                    assertThat(close.closeCode()).isEqualTo(1011);
                    assertThat(close.closeReason()).isEqualTo("NOT_READY");
                }
            }
            running.awaitNothingHeld();
            assertThat(running.figures().connections().failed()).isEqualTo(4);
        }
    }

    private RunningGateway strict(String path) throws Exception {
        var url = URI.create("http://127.0.0.1:" + keySet.getAddress().getPort() + path);
        return RunningGateway.start(
                GatewayConfig.builder()
                        .environment(Environment.STAGING)
                        .tokens(new TokenRules(new TokenRules.Keys.OfJwks(url), null, null)));
    }

    private static String token(JWSAlgorithm algorithm, JWK key, JWSSigner signer)
            throws Exception {
        var claims =
                new JWTClaimsSet.Builder()
                        .subject("alice")
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .build();
        var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static void assertWelcome(URI gateway, String token) throws Exception {
        try (var client = RawClient.upgraded(gateway, Tokens.inHeader(token))) {
            assertThat(client.json().at("/data/user_id").stringValue()).isEqualTo("alice");
        }
    }

    private static void assertFails(URI gateway, String token) throws Exception {
        try (var client = RawClient.upgraded(gateway, Tokens.inHeader(token))) {
            assertThat(client.errorCode()).isEqualTo("AUTH_FAILED");
            assertThat(client.closeFrame().closeCode()).isEqualTo(1008);
        }
    }
}
