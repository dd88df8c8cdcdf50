package dev.gatescope.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Tokens as clients of our own show them, good ones and others. Safe from any thread. */
public final class ClientTokens {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration LONG_AGO = Duration.ofHours(-1);

    private final TokenIssuer issuer;

    /** Tokens of this issuer. */
    public ClientTokens(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    /** A token that is taken. */
    public String good(String user) {
        return issuer.issue(user, LIFE);
    }

    /** A token that was good once. */
    public String expired(String user) {
        return issuer.issue(user, LONG_AGO);
    }

    /** A token that somebody else has signed. */
    public String wrong(String user) {
        var token = good(user);
        var unsigned = token.substring(0, token.lastIndexOf('.') + 1);
        return unsigned + "A".repeat(token.length() - unsigned.length());
    }

    /** The subprotocols to offer by clients that show a token there. */
    public static List<String> subprotocols(String token) {
        var coded =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(token.getBytes(StandardCharsets.UTF_8));
        return List.of(Credential.SUBPROTOCOL, "jwt." + coded);
    }
}
