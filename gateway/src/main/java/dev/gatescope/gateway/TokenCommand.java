package dev.gatescope.gateway;

import dev.gatescope.gateway.auth.TokenIssuer;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.auth.TokenRules.Keys.OfSecret;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Prints a token that a gateway with the same secret takes. */
@Command(
        name = "token",
        description = "Prints a token that this gateway takes.",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class)
@SuppressWarnings("NullAway.Init") // picocli sets each field before anybody reads it
final class TokenCommand implements Callable<Integer> {
    @Option(
            names = "--user",
            paramLabel = "USER",
            required = true,
            description = "Who the token is for.")
    private String user;

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            defaultValue = "PT1H",
            description = "How long it is good for (default: ${DEFAULT-VALUE}).")
    private String ttl;

    @Option(
            names = "--jwt-secret",
            paramLabel = "FILE",
            description = "The secret's file (default: the secret of development).")
    private @Nullable String jwtSecret;

    @Option(names = "--jwt-audience", paramLabel = "AUDIENCE", description = "The token's aud.")
    private @Nullable String audience;

    @Option(names = "--jwt-issuer", paramLabel = "ISSUER", description = "The token's iss.")
    private @Nullable String issuer;

    @Override
    public Integer call() throws InvalidOption {
        if (user.isBlank()
                || user.length() > 128
                || user.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidOption("--user takes a name of 1 to 128 characters.");
        }
        var secret =
                jwtSecret != null
                        ? TokenOptions.secret("--jwt-secret", jwtSecret)
                        : ((OfSecret) TokenRules.development().keys()).secret();
        var goodFor = Durations.parse("--ttl", ttl, Duration.ofSeconds(1));
        System.out.println(
                new TokenIssuer(secret, audience, issuer, Clock.systemUTC()).issue(user, goodFor));
        return 0;
    }
}
