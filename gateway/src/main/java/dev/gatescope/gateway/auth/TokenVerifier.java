package dev.gatescope.gateway.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;

import dev.gatescope.shared.protocol.CloseCode;
import dev.gatescope.shared.protocol.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.net.MalformedURLException;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * Says which user a token belongs to. Safe from any thread.
 *
 * <p>What is wrong with a token is told in a sentence that holds nothing of the token itself.
 */
public final class TokenVerifier {
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int MAX_USER = 128;

    /** Checks a signature; the claims are then to be believed. */
    @FunctionalInterface
    private interface Signature {
        JWTClaimsSet verified(SignedJWT token)
                throws JOSEException, BadJOSEException, ParseException, Refusal;
    }

    private final Signature signature;
    private final @Nullable String audience;
    private final @Nullable String issuer;
    private final InstantSource clock;

    private TokenVerifier(
            Signature signature,
            @Nullable String audience,
            @Nullable String issuer,
            InstantSource clock) {
        this.signature = signature;
        this.audience = audience;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * A verifier of these rules; keys from a JWKS are fetched when first needed, and cached.
     *
     * @throws MalformedURLException where the JWKS's address is none
     */
    public static TokenVerifier of(TokenRules rules, InstantSource clock)
            throws MalformedURLException {
        var signature =
                switch (rules.keys()) {
                    case TokenRules.Keys.OfSecret(var secret) -> bySecret(secret);
                    case TokenRules.Keys.OfJwks(var url) -> byJwks(url.toURL());
                };
        return new TokenVerifier(signature, rules.audience(), rules.issuer(), clock);
    }

    private static Signature bySecret(Secret secret) {
        MACVerifier verifier;
        try {
            verifier = new MACVerifier(secret.bytes());
        } catch (JOSEException e) {
            throw new IllegalStateException("a secret is long enough for HS256", e);
        }
        return token -> {
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm())
                    || !token.verify(verifier)) {
                throw new BadJOSEException("not signed with HS256 and this secret");
            }
            return token.getJWTClaimsSet();
        };
    }

    private static Signature byJwks(URL jwks) {
        // Refreshing ahead would need a thread, and somebody to end it.
        JWKSource<SecurityContext> keys =
                JWKSourceBuilder.create(jwks).retrying(true).refreshAheadCache(false).build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys));
        JWTClaimsSetVerifier<SecurityContext> claimsAreCheckedBelow = (claims, context) -> {};
        processor.setJWTClaimsSetVerifier(claimsAreCheckedBelow);
        return token -> {
            try {
                return processor.process(token, null);
            } catch (KeySourceException e) {
                if (hasNone(keys)) {
                    throw keysMissing();
                }
                throw e; // no key of the token's name, and not yet the time to ask again
            }
        };
    }

    private static boolean hasNone(JWKSource<SecurityContext> keys) {
        try {
            return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).isEmpty();
        } catch (KeySourceException e) {
            return true;
        }
    }

    /** That is not the client's fault. */
    private static Refusal keysMissing() {
        return new Refusal(
                ErrorCode.NOT_READY,
                CloseCode.SERVER_ERROR,
                "The keys that tokens are checked with cannot be fetched now; try again later.");
    }

    /**
     * The user of a token.
     *
     * @throws Refusal {@code TOKEN_EXPIRED}, or {@code AUTH_FAILED} for every other defect; {@code
     *     NOT_READY} where the token cannot be checked, which is not its own fault
     */
    public String verify(String token) throws Refusal {
        JWTClaimsSet claims;
        SignedJWT signed;
        try {
            signed = SignedJWT.parse(token);
            claims = signature.verified(signed);
        } catch (ParseException e) {
            throw failed("The token is not a signed JWT.");
        } catch (JOSEException | BadJOSEException e) {
            throw failed(
                    "The token's signature or algorithm is not one that this gateway accepts.");
        }
        checkTimes(claims);
        checkAudienceAndIssuer(claims);
        // Not from the claims: there a number has become a text.
        if (!(signed.getPayload().toJSONObject().get("sub") instanceof String user)
                || user.isBlank()
                || user.length() > MAX_USER
                || hasControlCharacter(user)) {
            throw failed("The token's \"sub\" must name a user in 1 to 128 characters.");
        }
        return user;
    }

    private void checkTimes(JWTClaimsSet claims) throws Refusal {
        var now = clock.instant();
        var expires = claims.getExpirationTime();
        if (expires == null) {
            throw failed("The token has no \"exp\".");
        }
        if (expires.toInstant().plus(SKEW).compareTo(now) <= 0) {
            throw Refusal.ofToken(
                    ErrorCode.TOKEN_EXPIRED, "The token has expired; get a new one and reconnect.");
        }
        var notBefore = claims.getNotBeforeTime();
        if (notBefore != null && notBefore.toInstant().minus(SKEW).isAfter(now)) {
            throw failed("The token is not valid yet.");
        }
    }

    private void checkAudienceAndIssuer(JWTClaimsSet claims) throws Refusal {
        if (audience != null && !claims.getAudience().contains(audience)) {
            throw failed("The token is for another audience.");
        }
        if (issuer != null && !issuer.equals(claims.getIssuer())) {
            throw failed("The token is from another issuer.");
        }
    }

    private static boolean hasControlCharacter(String user) {
        return user.chars().anyMatch(Character::isISOControl);
    }

    private static Refusal failed(String sentence) {
        return Refusal.ofToken(ErrorCode.AUTH_FAILED, sentence);
    }
}
