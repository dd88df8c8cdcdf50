package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.auth.Credential;
import dev.gatescope.gateway.auth.TokenIssuer;
import dev.gatescope.gateway.scenario.ClientScript;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What clients of an experiment show in the handshake. Safe from any thread. */
final class ClientTokens {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration LONG_AGO = Duration.ofHours(-1);

    private final TokenIssuer issuer;

    ClientTokens(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    /** The header lines that say who this client is, or claims to be. */
    List<String> headers(Script script) {
        var lines = new ArrayList<String>();
        lines.add("User-Agent: " + script.userAgent());
        var client = script.group().script();
        if (client.token() != ClientScript.Token.NONE) {
            lines.add(line(client.way(), token(script.user(), client.token())));
        }
        return lines;
    }

    private static String line(ClientScript.Way way, String token) {
        return switch (way) {
            case HEADER -> "Authorization: Bearer " + token;
            case SUBPROTOCOL ->
                    "Sec-WebSocket-Protocol: " + Credential.SUBPROTOCOL + ", jwt." + coded(token);
        };
    }

    private String token(String user, ClientScript.Token kind) {
        return switch (kind) {
            case GOOD -> issuer.issue(user, LIFE);
            case EXPIRED -> issuer.issue(user, LONG_AGO);
            case WRONG -> withOtherSignature(issuer.issue(user, LIFE));
            case NONE -> "";
        };
    }

    private static String withOtherSignature(String token) {
        var unsigned = token.substring(0, token.lastIndexOf('.') + 1);
        return unsigned + "A".repeat(token.length() - unsigned.length());
    }

    private static String coded(String token) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }
}
