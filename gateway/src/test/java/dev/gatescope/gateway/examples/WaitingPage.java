package dev.gatescope.gateway.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Serves a page to a browser that prints pages once they are loaded: this one is not loaded before
 * its log says that its socket has closed.
 */
final class WaitingPage implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 30;
    private static final String KEEPS_LOADING =
            """
            <img src="/over">
            <script>
              const over = () => document.getElementById("log").textContent.includes("closed ");
              const looking = setInterval(() => {
                if (over()) {
                  clearInterval(looking);
                  fetch("/closed");
                }
              }, 20);
            </script>
            """;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Path page;

    WaitingPage(Path page) throws IOException {
        this.page = page;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/page", this::servePage);
        server.createContext("/closed", this::noteClosed);
        server.createContext("/over", this::waitForClosed);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/page";
    }

    private void servePage(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = (Files.readString(page) + KEEPS_LOADING).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void noteClosed(HttpExchange exchange) throws IOException {
        closed.countDown();
        answerNothing(exchange);
    }

    private void waitForClosed(HttpExchange exchange) throws IOException {
        try {
            var _ = closed.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answerNothing(exchange);
    }

    private static void answerNothing(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
