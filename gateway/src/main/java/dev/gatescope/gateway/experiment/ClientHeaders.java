package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.auth.ClientTokens;
import dev.gatescope.gateway.scenario.ClientScript;

import java.util.List;
import java.util.stream.Stream;

/** The header lines by which clients of an experiment say who they are, or claim to be. */
final class ClientHeaders {
    private final ClientTokens tokens;

    ClientHeaders(ClientTokens tokens) {
        this.tokens = tokens;
    }

    /** Those of this script's client. */
    List<String> of(Script script) {
        return Stream.concat(
                        Stream.of("User-Agent: " + script.userAgent()),
                        token(script.user(), script.group().script()))
                .toList();
    }

    private Stream<String> token(String user, ClientScript client) {
        return switch (client.token()) {
            case GOOD -> Stream.of(line(client.way(), tokens.good(user)));
            case EXPIRED -> Stream.of(line(client.way(), tokens.expired(user)));
            case WRONG -> Stream.of(line(client.way(), tokens.wrong(user)));
            case NONE -> Stream.empty();
        };
    }

    private static String line(ClientScript.Way way, String token) {
        return switch (way) {
            case HEADER -> "Authorization: Bearer " + token;
            case SUBPROTOCOL ->
                    "Sec-WebSocket-Protocol: "
                            + String.join(", ", ClientTokens.subprotocols(token));
        };
    }
}
