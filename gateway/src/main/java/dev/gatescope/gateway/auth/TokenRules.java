package dev.gatescope.gateway.auth;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/** How tokens are checked, and for whom they must be. */
public record TokenRules(Keys keys, @Nullable String audience, @Nullable String issuer) {
    /** What tokens are signed with. */
    public sealed interface Keys {
        /** HS256 with a secret that both sides know. */
        record OfSecret(Secret secret) implements Keys {}

        /** RS256 or ES256 with keys that are fetched from here. */
        record OfJwks(URI url) implements Keys {}
    }

    /** The rules of development: everybody knows the secret. */
    public static TokenRules development() {
        return new TokenRules(
                new Keys.OfSecret(Secret.of("gatescope-development-secret-not-for-production")),
                null,
                null);
    }
}
