package dev.gatescope.gateway.auth;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the upgrade request says about who is asking.
 *
 * @param authorization the Authorization header as it came
 * @param subprotocols what the client offers, in its order
 * @param tokenInQuery whether the query string carries what looks like a token
 */
public record Handshake(
        @Nullable String authorization, List<String> subprotocols, boolean tokenInQuery) {
    public Handshake {
        subprotocols = List.copyOf(subprotocols);
    }
}
