package dev.gatescope.gateway.traffic;

import dev.gatescope.gateway.auth.ClientTokens;
import dev.gatescope.gateway.auth.Credential;
import dev.gatescope.gateway.auth.TokenIssuer;
import dev.gatescope.gateway.server.ClientPort;
import dev.gatescope.gateway.traffic.Deed.Token;
import dev.gatescope.gateway.traffic.Deed.Way;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;

/** How demo clients come to their gateway, and with which tokens. Safe from any thread. */
final class Entrance {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http;
    private final URI gateway;
    private final ClientTokens tokens;
    private final String demoMark;

    Entrance(HttpClient http, URI gateway, TokenIssuer tokens, String demoMark) {
        this.http = http;
        this.gateway = gateway;
        this.tokens = new ClientTokens(tokens);
        this.demoMark = demoMark;
    }

    /** A token of this user, or what this user takes for one. */
    String token(String user, Token kind) {
        return switch (kind) {
            case GOOD -> tokens.good(user);
            case EXPIRED -> tokens.expired(user);
            case WRONG -> tokens.wrong(user);
        };
    }

    /** Connects with the token in the handshake, or without one where a frame is to bring it. */
    DemoSocket connect(Persona persona, Way way, String token)
            throws IOException, InterruptedException {
        var builder =
                http.newWebSocketBuilder()
                        .connectTimeout(CONNECT_PATIENCE)
                        .header("User-Agent", persona.userAgent())
                        .header(ClientPort.DEMO_HEADER, demoMark);
        show(builder, way, token);
        return DemoSocket.open(inbox -> builder.buildAsync(gateway, inbox));
    }

    private static void show(WebSocket.Builder builder, Way way, String token) {
        switch (way) {
            case HEADER -> builder.header("Authorization", "Bearer " + token);
            case SUBPROTOCOL -> {
                var offered = ClientTokens.subprotocols(token);
                builder.subprotocols(offered.getFirst(), offered.getLast());
            }
            case FIRST_FRAME -> builder.subprotocols(Credential.SUBPROTOCOL);
        }
    }
}
