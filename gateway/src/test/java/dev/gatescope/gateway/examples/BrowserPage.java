package dev.gatescope.gateway.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A page of the examples in a real browser without a window. It is shown in the frame of another
 * page, which tells what the first one has written once its WebSocket is closed.
 */
final class BrowserPage implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 50;
    private static final String AROUND =
            """
            <!doctype html>
            <iframe id="frame"></iframe>
            <script>
              const frame = document.getElementById("frame");
              frame.src = "page.html" + location.search + location.hash;
              setInterval(() => {
                const log = frame.contentDocument?.getElementById("log")?.textContent ?? "";
                if (log.includes("closed")) fetch("heard", { method: "POST", body: log });
              }, 50);
            </script>
            """;

    private final HttpServer server;
    private final Path profile;
    private final CompletableFuture<String> heard = new CompletableFuture<>();

    private BrowserPage(HttpServer server, Path profile) {
        this.server = server;
        this.profile = profile;
    }

    static BrowserPage of(Path file) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(address, 0);
        var page = new BrowserPage(server, Files.createTempDirectory("gatescope-browser"));
        server.createContext("/around.html", exchange -> answer(exchange, AROUND));
        server.createContext("/page.html", exchange -> answer(exchange, Files.readString(file)));
        server.createContext("/heard", page::hear);
        server.start();
        return page;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void hear(HttpExchange exchange) throws IOException {
        heard.complete(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(exchange, "");
    }

    /** What the page has written when its WebSocket is closed. */
    String shownBy(String browser, String queryAndHash) throws Exception {
        var port = server.getAddress().getPort();
        var process =
                new ProcessBuilder(
                                browser,
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-sync",
                                "--no-first-run",
                                "--user-data-dir=" + profile,
                                "http://127.0.0.1:" + port + "/around.html" + queryAndHash)
                        .redirectErrorStream(true)
                        .redirectOutput(profile.resolve("output").toFile())
                        .start();
        try {
            return heard.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } finally {
            var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().join());
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        delete(profile);
    }

    private static void delete(Path folder) throws IOException {
        try (var inside = Files.walk(folder)) {
            for (var path : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
