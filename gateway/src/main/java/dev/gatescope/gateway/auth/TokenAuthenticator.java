package dev.gatescope.gateway.auth;

import dev.gatescope.gateway.lifecycle.PeerGone;
import dev.gatescope.shared.protocol.ErrorCode;
import dev.gatescope.shared.protocol.FrameCodec;
import dev.gatescope.shared.protocol.FrameCodec.Decoded;

import java.time.Duration;

/** Knows a client by its token: from the header, from a subprotocol, or from its first frame. */
public final class TokenAuthenticator implements Authenticator {
    /** Who a client without a token is in development. */
    public static final String DEVELOPMENT_USER = "dev";

    private static final String REQUIRED =
            "Send a token: in the Authorization header, as subprotocols jwt-auth and"
                    + " jwt.<base64url(token)>, or in a first frame"
                    + " {\"type\":\"authenticate\",\"token\":\"…\"}.";

    private final TokenVerifier verifier;
    private final FrameCodec codec;
    private final Duration patience;
    private final boolean tokenRequired;

    /**
     * @param patience how long a first frame may take
     * @param tokenRequired false only in development, where a client without a token is {@value
     *     #DEVELOPMENT_USER}
     */
    public TokenAuthenticator(
            TokenVerifier verifier, FrameCodec codec, Duration patience, boolean tokenRequired) {
        this.verifier = verifier;
        this.codec = codec;
        this.patience = patience;
        this.tokenRequired = tokenRequired;
    }

    @Override
    public Identity authenticate(Applicant applicant)
            throws Refusal, PeerGone, InterruptedException {
        return switch (Credential.of(applicant.handshake())) {
            case Credential.InHeader(var token) -> new Identity(verifier.verify(token), "header");
            case Credential.InSubprotocol(var token) ->
                    new Identity(verifier.verify(token), "subprotocol");
            case Credential.InFirstFrame() -> byFrame(applicant);
            case Credential.None() ->
                    tokenRequired ? byFrame(applicant) : new Identity(DEVELOPMENT_USER, "none");
            case Credential.InQuery() ->
                    throw Refusal.ofToken(
                            ErrorCode.AUTH_FAILED,
                            "A token in the query string is never accepted, since it ends up in"
                                    + " logs. "
                                    + REQUIRED);
        };
    }

    private Identity byFrame(Applicant applicant) throws Refusal, PeerGone, InterruptedException {
        var decoded = codec.decode(applicant.firstFrame(patience));
        if (!(decoded instanceof Decoded.Message(var message))
                || !message.type().equals("authenticate")) {
            throw Refusal.ofToken(ErrorCode.AUTH_REQUIRED, REQUIRED);
        }
        var token = message.payload().path("token");
        if (!token.isString()) {
            throw Refusal.ofToken(
                    ErrorCode.AUTH_FAILED, "The authenticate frame's \"token\" must be a string.");
        }
        return new Identity(verifier.verify(token.stringValue()), "frame");
    }

    /** The refusal of a client whose token did not come in time. */
    public static Refusal tooLate() {
        return Refusal.ofToken(ErrorCode.AUTH_REQUIRED, "No token came in time. " + REQUIRED);
    }
}
