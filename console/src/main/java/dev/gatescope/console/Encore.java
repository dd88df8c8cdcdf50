package dev.gatescope.console;

import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultScope;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Lets one client of our own leave its handler behind, so that pictures have a leak and its reason
 * to show: a fault that touches nobody else skips its clean-up. It fails where the gateway takes no
 * faults, or no client without a token.
 */
final class Encore implements Supplier<CompletableFuture<?>> {
    private static final String USER_WITHOUT_TOKEN = "dev";

    private final GatewayControl gateway;
    private final URI clients;

    Encore(GatewayControl gateway, URI clients) {
        this.gateway = gateway;
        this.clients = clients;
    }

    /** Completes when the client has left. */
    @Override
    public CompletableFuture<?> get() {
        var client = HttpClient.newHttpClient();
        var visit = new Visit();
        var fault =
                new FaultRequest(
                        "cleanup-skipped",
                        Map.of(),
                        new FaultScope(null, USER_WITHOUT_TOKEN, null, null),
                        "PT1M",
                        null,
                        null,
                        null,
                        "a leak for the pictures");
        return gateway.faults()
                .inject(fault)
                .thenCompose(begun -> client.newWebSocketBuilder().buildAsync(clients, visit))
                .thenCompose(socket -> visit.ended)
                .whenComplete((done, failed) -> client.shutdown());
    }

    /** Leaves as soon as it is welcome. */
    private static final class Visit implements WebSocket.Listener {
        private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence text, boolean last) {
            socket.request(1);
            return last ? socket.sendClose(WebSocket.NORMAL_CLOSURE, "") : null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            ended.complete(null);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            ended.completeExceptionally(failure);
        }
    }
}
