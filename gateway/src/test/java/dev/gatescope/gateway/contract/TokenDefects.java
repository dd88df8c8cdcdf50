package dev.gatescope.gateway.contract;

import org.junit.jupiter.params.provider.Arguments;

import java.util.stream.Stream;

/**
 * Tokens for a gateway whose audience is {@code chat} and whose issuer is {@code login}, with what
 * is wrong with each and the code that says so.
 */
final class TokenDefects {
    private static final String HS256 = "{\"alg\":\"HS256\"}";

    private TokenDefects() {}

    /** Tokens at the edge of what is taken. */
    static Stream<String> goodOnes() {
        return Stream.of(
                good(),
                claims(user(), exp(-50), ours()),
                claims(user(), exp(300), nbf(50), ours()),
                claims(sub("x".repeat(128)), exp(300), ours()));
    }

    /** Each defect: its name, a token that has it, the error code. */
    static Stream<Arguments> all() {
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
