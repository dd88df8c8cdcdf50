package dev.gatescope.gateway.contract;

import dev.gatescope.gateway.auth.Secret;
import dev.gatescope.gateway.auth.TokenRules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens by hand, good ones and others. */
final class Tokens {
    static final String SECRET = "the secret of these tests is long enough";
    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private Tokens() {}

    /** How a gateway of these tests checks tokens. */
    static TokenRules rules() {
        return new TokenRules(new TokenRules.Keys.OfSecret(Secret.of(SECRET)), null, null);
    }

    static String good(String user) {
        return ofClaims("{\"sub\":\"" + user + "\",\"exp\":" + in(300) + "}");
    }

    /** A token with these claims and a right signature. */
    static String ofClaims(String claims) {
        return signed(HS256, claims, SECRET, "HmacSHA256");
    }

    static String signed(String header, String claims, String secret, String algorithm) {
        var unsigned = coded(header) + "." + coded(claims);
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            var signature = mac.doFinal(unsigned.getBytes(StandardCharsets.UTF_8));
            return unsigned
                    + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String coded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Seconds since 1970, so many seconds from now. */
    static long in(long seconds) {
        return Instant.now().getEpochSecond() + seconds;
    }

    static String inHeader(String token) {
        return "Authorization: Bearer " + token;
    }

    static String inSubprotocol(String token) {
        return "Sec-WebSocket-Protocol: jwt-auth, jwt." + coded(token);
    }

    static String inFrame(String token) {
        return "{\"type\":\"authenticate\",\"token\":\"" + token + "\"}";
    }
}
