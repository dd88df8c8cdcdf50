package dev.gatescope.gateway;

import dev.gatescope.gateway.auth.Secret;
import dev.gatescope.gateway.auth.TokenRules;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.net.URI;
import java.util.Arrays;

/** The options that say how tokens are checked. */
final class TokenOptions {
    @Option(
            names = "--jwt-secret",
            paramLabel = "FILE",
            description = "A file whose bytes, 32 at least, sign tokens with HS256.")
    private @Nullable String jwtSecret;

    @Option(
            names = "--jwks",
            paramLabel = "URL",
            description = "Where the public keys of RS256 and ES256 tokens are.")
    private @Nullable String jwks;

    @Option(
            names = "--jwt-audience",
            paramLabel = "AUDIENCE",
            description = "What a token's aud must contain.")
    private @Nullable String jwtAudience;

    @Option(
            names = "--jwt-issuer",
            paramLabel = "ISSUER",
            description = "What a token's iss must be.")
    private @Nullable String jwtIssuer;

    TokenRules rules(boolean strict, boolean demo) throws InvalidOption {
        if (jwtSecret != null && jwks != null) {
            throw new InvalidOption("Give either --jwt-secret or --jwks, not both.");
        }
        if (jwks != null && demo) {
            throw new InvalidOption(
                    "--demo signs its clients' tokens itself: use --jwt-secret FILE instead of"
                            + " --jwks.");
        }
        return new TokenRules(keys(strict), jwtAudience, jwtIssuer);
    }

    private TokenRules.Keys keys(boolean strict) throws InvalidOption {
        var development = TokenRules.development().keys();
        if (jwks != null) {
            return new TokenRules.Keys.OfJwks(uri("--jwks", jwks));
        }
        if (jwtSecret == null) {
            if (strict) {
                throw new InvalidOption(
                        "Outside development tokens need a key of your own: give --jwt-secret FILE"
                                + " or --jwks URL.");
            }
            return development;
        }
        var secret = secret("--jwt-secret", jwtSecret);
        if (strict && development.equals(new TokenRules.Keys.OfSecret(secret))) {
            throw new InvalidOption(
                    "--jwt-secret is the secret of everybody's development; make one of your own.");
        }
        return new TokenRules.Keys.OfSecret(secret);
    }

    /** The bytes of a file less one trailing line break. */
    static Secret secret(String option, String file) throws InvalidOption {
        var bytes = OptionFile.bytes(option, file);
        var end = bytes.length;
        if (end > 0 && bytes[end - 1] == '\n') {
            end--;
            if (end > 0 && bytes[end - 1] == '\r') {
                end--;
            }
        }
        if (end < Secret.LEAST_BYTES) {
            throw new InvalidOption(
                    option + "'s file must hold at least " + Secret.LEAST_BYTES + " bytes.");
        }
        return new Secret(Arrays.copyOf(bytes, end));
    }

    private static URI uri(String option, String text) throws InvalidOption {
        try {
            var uri = URI.create(text);
            if (uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new InvalidOption(option + " takes a URL that begins with http:// or https://.");
    }
}
