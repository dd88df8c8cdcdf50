package dev.gatescope.gateway.auth;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Where a client's token is to be found; the first place that has one wins. */
public sealed interface Credential {
    /** The subprotocol that the gateway selects. */
    String SUBPROTOCOL = "jwt-auth";

    /** A token from the Authorization header. */
    record InHeader(String token) implements Credential {}

    /** A token from the offered subprotocols. */
    record InSubprotocol(String token) implements Credential {}

    /** The client says that its first frame will bring the token. */
    record InFirstFrame() implements Credential {}

    /** The client brings no token in the handshake. */
    record None() implements Credential {}

    /** A token in the query string, which is never used: such tokens end up in logs. */
    record InQuery() implements Credential {}

    /** Finds the credential of a handshake. */
    static Credential of(Handshake handshake) {
        if (handshake.tokenInQuery()) {
            return new InQuery();
        }
        var header = bearer(handshake.authorization());
        if (header != null) {
            return new InHeader(header);
        }
        for (var offered : handshake.subprotocols()) {
            if (offered.startsWith("jwt.")) {
                return new InSubprotocol(decoded(offered.substring("jwt.".length())));
            }
        }
        return handshake.subprotocols().contains(SUBPROTOCOL) ? new InFirstFrame() : new None();
    }

    /** The subprotocol to select: never the one that carries the token. */
    static @Nullable String selectedSubprotocol(Handshake handshake) {
        return handshake.subprotocols().contains(SUBPROTOCOL) ? SUBPROTOCOL : null;
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        if (authorization == null) {
            return null;
        }
        var scheme = "bearer";
        var trimmed = authorization.strip();
        if (!trimmed.toLowerCase(Locale.ROOT).startsWith(scheme)) {
            return null;
        }
        var token = trimmed.substring(scheme.length());
        return token.isEmpty() || Character.isWhitespace(token.charAt(0)) ? token.strip() : null;
    }

    /** A text that is no base64url stands for itself and fails as a token later. */
    private static String decoded(String base64Url) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64Url), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return base64Url;
        }
    }
}
