package dev.gatescope.console.feed;

import org.jspecify.annotations.Nullable;

import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a gateway's admin port is and with which token it is spoken to; knows what to tell people
 * when that does not work. The token never gets into a sentence.
 */
final class AdminAddress {
    private static final String API = "/api/v1";

    private final String base;
    private final @Nullable String token;

    AdminAddress(URI base, @Nullable String token) {
        this.base = base.toString().replaceAll("/+$", "");
        this.token = token;
    }

    /**
     * Where a part of the API is.
     *
     * @param path such as {@code /events}, or nothing for the API itself
     */
    URI http(String path, Map<String, @Nullable String> query) {
        return URI.create(base + API + path + joined(query));
    }

    URI http(String path) {
        return http(path, Map.of());
    }

    /** Where a WebSocket of the API is. */
    URI webSocket(String path, Map<String, @Nullable String> query) {
        return URI.create("ws" + base.substring("http".length()) + API + path + joined(query));
    }

    /** The value of the header that says who asks. */
    Optional<String> authorization() {
        return Optional.ofNullable(token).map(secret -> "Bearer " + secret);
    }

    /** Why there was no answer at all. */
    String whyUnreachable(@Nullable Throwable failure) {
        return switch (GatewayCallFailed.unwrapped(failure)) {
            case WebSocketHandshakeException refused ->
                    whyStatus(refused.getResponse().statusCode());
            case ConnectException unknown
                    when unknown.getCause() instanceof UnresolvedAddressException ->
                    "The host of " + base + " is not known. Check the URL.";
            case ConnectException _ ->
                    "Nothing answers at " + base + ". Is the gateway running there?";
            case HttpTimeoutException _ -> "The gateway at " + base + " does not answer in time.";
            case null, default -> "The connection to " + base + " broke.";
        };
    }

    /** Why an answer without any explanation was no good. */
    String whyStatus(int status) {
        return switch (status) {
            case 401 ->
                    token == null
                            ? "The gateway at "
                                    + base
                                    + " wants a token. Start the console with --token FILE."
                            : "The gateway at "
                                    + base
                                    + " does not know this token. Check the file given with"
                                    + " --token.";
            case 403 -> "The gateway at " + base + " does not allow this.";
            case 404 -> notAGateway();
            default -> "The gateway at " + base + " answered with status " + status + ".";
        };
    }

    /** What to say when something else than a gateway's admin API answers. */
    String notAGateway() {
        return "What answers at "
                + base
                + " is no Gatescope admin API. Give the gateway's admin URL.";
    }

    @Override
    public String toString() {
        return base;
    }

    private static String joined(Map<String, @Nullable String> query) {
        String joined =
                query.entrySet().stream()
                        .filter(parameter -> parameter.getValue() != null)
                        .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        return joined.isEmpty() ? "" : "?" + joined;
    }

    private static String encode(@Nullable String value) {
        return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
