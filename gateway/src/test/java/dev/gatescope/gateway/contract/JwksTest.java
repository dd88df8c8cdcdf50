package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
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

/** Tokens that are checked with public keys, which somebody else hands out. */
class JwksTest {
    private RSAKey rsa;
    private ECKey ec;
    private HttpServer keys;
    private RunningGateway running;

    @BeforeEach
    void start() throws Exception {
        rsa = new RSAKeyGenerator(2_048).keyID("rsa").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        var set = new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK())).toString();
        var body = set.getBytes(StandardCharsets.UTF_8);
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        keys.start();
        var url = URI.create("http://127.0.0.1:" + keys.getAddress().getPort() + "/keys");
        running =
                RunningGateway.start(
                        GatewayConfig.builder()
                                .environment(Environment.PRODUCTION)
                                .tokens(
                                        new TokenRules(
                                                new TokenRules.Keys.OfJwks(url), null, null)));
    }

    @AfterEach
    void stop() {
        running.close();
        keys.stop(0);
    }

    @Test
    void rs256AndEs256AreTaken() throws Exception {
        for (var token :
                List.of(
                        token(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa)),
                        token(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec)))) {
            try (var client = client(token)) {
                client.welcomed();
            }
        }
    }

    @Test
    void aPublicKeyIsNoSecretOfHs256() throws Exception {
        var open = rsa.toPublicJWK().toRSAPublicKey().getEncoded();

        assertRefused(token(JWSAlgorithm.HS256, "rsa", new MACSigner(open)), "AUTH_FAILED", 1008);
    }

    @Test
    void aKeyThatNobodyHandsOutIsNotTaken() throws Exception {
        var other = new RSAKeyGenerator(2_048).keyID("other").generate();
        var signer = new RSASSASigner(other);

        assertRefused(token(JWSAlgorithm.RS256, "other", signer), "AUTH_FAILED", 1008);
        assertRefused(token(JWSAlgorithm.RS256, "rsa", signer), "AUTH_FAILED", 1008);
        assertThat(running.figures().connections().failed()).isZero();
    }

    @Test
    void keysThatCannotBeFetchedAreNoFaultOfTheToken() throws Exception {
        keys.stop(0);

        assertRefused(token(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa)), "NOT_READY", 1011);
        running.awaitNothingHeld();
        assertThat(running.figures().connections().rejected()).isZero();
        assertThat(running.figures().connections().failed()).isEqualTo(1);
    }

    private RawClient client(String token) throws Exception {
        return RawClient.upgraded(running.gateway().clientUri(), Tokens.inHeader(token));
    }

    private void assertRefused(String token, String code, int closeCode) throws Exception {
        try (var client = client(token)) {
            assertThat(client.errorCode()).isEqualTo(code);
            assertThat(client.closeFrame().closeCode()).isEqualTo(closeCode);
        }
    }

    private static String token(JWSAlgorithm algorithm, String key, JWSSigner signer)
            throws Exception {
        var claims =
                new JWTClaimsSet.Builder()
                        .subject("alice")
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build();
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
