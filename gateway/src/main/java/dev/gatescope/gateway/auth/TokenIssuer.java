package dev.gatescope.gateway.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;

/** Makes tokens that a gateway with the same secret takes. Safe from any thread. */
public final class TokenIssuer {
    private final Secret secret;
    private final @Nullable String audience;
    private final @Nullable String issuer;
    private final InstantSource clock;

    /** An issuer with this secret, for these, where they are given. */
    public TokenIssuer(
            Secret secret,
            @Nullable String audience,
            @Nullable String issuer,
            InstantSource clock) {
        this.secret = secret;
        this.audience = audience;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** A token for this user, good for as long as given; a negative time makes an expired one. */
    public String issue(String user, Duration goodFor) {
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .subject(user)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(goodFor)));
        if (audience != null) {
            claims.audience(audience);
        }
        if (issuer != null) {
            claims.issuer(issuer);
        }
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        try {
            token.sign(new MACSigner(secret.bytes()));
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 with a long enough secret cannot fail", e);
        }
        return token.serialize();
    }
}
