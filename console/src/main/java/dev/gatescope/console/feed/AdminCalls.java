package dev.gatescope.console.feed;

import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.Page;
import dev.gatescope.shared.admin.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Calls of the admin API. No method waits; a call that fails completes with {@link
 * GatewayCallFailed}. Safe from any thread.
 */
final class AdminCalls {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client;
    private final AdminAddress address;
    private final JsonMapper json = AdminJson.mapper();

    AdminCalls(HttpClient client, AdminAddress address) {
        this.client = client;
        this.address = address;
    }

    <T> CompletableFuture<T> get(URI uri, Class<T> type) {
        return send(request(uri).GET(), json.constructType(type));
    }

    <T> CompletableFuture<Page<T>> getPage(URI uri, Class<T> item) {
        JavaType page = json.getTypeFactory().constructParametricType(Page.class, item);
        return send(request(uri).GET(), page);
    }

    /** Sends a command that answers with what it made. */
    <T> CompletableFuture<T> post(URI uri, Object body, Class<T> type) {
        return send(posting(uri, body), json.constructType(type));
    }

    CompletableFuture<@Nullable Void> delete(URI uri) {
        return command(request(uri).DELETE());
    }

    CompletableFuture<@Nullable Void> post(URI uri, Map<String, ?> body) {
        return command(posting(uri, body));
    }

    private HttpRequest.Builder posting(URI uri, Object body) {
        return request(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private HttpRequest.Builder request(URI uri) {
        var request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        address.authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private <T> CompletableFuture<T> send(HttpRequest.Builder request, JavaType type) {
        return exchange(request, body -> json.readValue(body, type));
    }

    private CompletableFuture<@Nullable Void> command(HttpRequest.Builder request) {
        return exchange(request, body -> null);
    }

    /** The future is a new one: its failure must come out bare, not wrapped by a stage before. */
    private <T extends @Nullable Object> CompletableFuture<T> exchange(
            HttpRequest.Builder request, Function<String, T> reader) {
        var answer = new CompletableFuture<T>();
        var _ =
                client.sendAsync(request.build(), BodyHandlers.ofString())
                        .whenComplete(
                                (response, failure) -> settle(answer, response, failure, reader));
        return answer;
    }

    private <T extends @Nullable Object> void settle(
            CompletableFuture<T> answer,
            @Nullable HttpResponse<String> response,
            @Nullable Throwable failure,
            Function<String, T> reader) {
        if (failure != null || response == null) {
            answer.completeExceptionally(new GatewayCallFailed(address.whyUnreachable(failure)));
        } else if (response.statusCode() / 100 != 2) {
            answer.completeExceptionally(new GatewayCallFailed(whyRefused(response)));
        } else {
            try {
                answer.complete(reader.apply(response.body()));
            } catch (JacksonException notOurJson) {
                answer.completeExceptionally(new GatewayCallFailed(address.notAGateway()));
            }
        }
    }

    private String whyRefused(HttpResponse<String> response) {
        int status = response.statusCode();
        return status == 401 ? address.whyStatus(status) : detail(response.body(), status);
    }

    private String detail(String body, int status) {
        try {
            @Nullable String detail = json.readValue(body, Problem.class).detail();
            return detail == null ? address.whyStatus(status) : detail;
        } catch (JacksonException noProblemDetails) {
            return address.whyStatus(status);
        }
    }
}
