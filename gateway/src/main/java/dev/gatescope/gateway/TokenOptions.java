package dev.gatescope.gateway;

import dev.gatescope.gateway.auth.Secret;
import dev.gatescope.gateway.auth.TokenRules;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** The options that say how tokens are checked. */
final class TokenOptions {
    private TokenOptions() {}

    static TokenRules rules(
            @Nullable String secretFile,
            @Nullable String jwks,
            @Nullable String audience,
            @Nullable String issuer,
            boolean strict,
            boolean demo)
            throws InvalidOption {
        if (secretFile != null && jwks != null) {
            throw new InvalidOption("Give either --jwt-secret or --jwks, not both.");
        }
        if (jwks != null && demo) {
            throw new InvalidOption(
                    "--demo signs its clients' tokens itself: use --jwt-secret FILE instead of"
                            + " --jwks.");
        }
        return new TokenRules(keys(secretFile, jwks, strict), audience, issuer);
    }

    private static TokenRules.Keys keys(
            @Nullable String secretFile, @Nullable String jwks, boolean strict)
            throws InvalidOption {
        var development = TokenRules.development().keys();
        if (jwks != null) {
            return new TokenRules.Keys.OfJwks(GatewayOptions.uri("--jwks", jwks));
        }
        if (secretFile == null) {
            if (strict) {
                throw new InvalidOption(
                        "Outside development tokens need a key of your own: give --jwt-secret FILE"
                                + " or --jwks URL.");
            }
            return development;
        }
        var secret = secret("--jwt-secret", secretFile);
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
}
