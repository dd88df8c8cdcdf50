package dev.gatescope.gateway.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.auth.Secret;
import dev.gatescope.gateway.auth.TokenIssuer;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The clients of {@code gateway/examples}, each as far as this machine can run it. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();
    private static final Secret SECRET = Secret.of("the secret of the examples is long enough");
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome");

    /** The second is the system's own, where another comes first on the path. */
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private RunningGateway running;
    private String uri;
    private String token;

    @BeforeEach
    void start() throws Exception {
        running =
                RunningGateway.start(
                        GatewayConfig.builder()
                                .tokens(
                                        new TokenRules(
                                                new TokenRules.Keys.OfSecret(SECRET), null, null)));
        uri = running.gateway().clientUri().toString();
        token =
                new TokenIssuer(SECRET, null, null, Clock.systemUTC())
                        .issue("alice", Duration.ofMinutes(5));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void node(@TempDir Path folder) throws Exception {
        assumeTrue(Run.succeeds("npm", "--version"), "node and npm are not installed");
        for (var file : List.of("node.mjs", "package.json", "package-lock.json")) {
            Files.copy(EXAMPLES.resolve(file), folder.resolve(file));
        }
        var install = Run.of(folder, "", "npm", "ci", "--no-audit", "--no-fund");
        assumeTrue(install.exitCode() == 0, "npm cannot install: " + install.output());

        assertConverses(Run.of(folder, token, "node", "node.mjs", uri));
        assertThat(Run.of(folder, "wrong", "node", "node.mjs", uri))
                .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(1))
                .satisfies(refused -> assertThat(refused.output()).contains("1008 AUTH_FAILED"));
    }

    @Test
    void python() throws Exception {
        var python = PYTHONS.stream().filter(ExamplesTest::hasWebSockets).findFirst();
        assumeTrue(python.isPresent(), "no python3 with the package websockets is installed");

        assertConverses(Run.of(EXAMPLES, token, python.get(), "python_client.py", uri));
        assertThat(Run.of(EXAMPLES, "wrong", python.get(), "python_client.py", uri).output())
                .contains("AUTH_FAILED");
    }

    @Test
    void curl() throws Exception {
        assumeTrue(Run.succeeds("curl", "--version"), "curl is not installed");
        var http = "http://127.0.0.1:" + running.gateway().clientUri().getPort();

        var run = Run.of(EXAMPLES, "", "sh", "curl.sh", http);

        assertThat(run.output())
                .contains(
                        "HTTP/1.1 200 OK",
                        "{\"status\":\"ready\"}",
                        "HTTP/1.1 426 Upgrade Required",
                        "HTTP/1.1 101 Switching Protocols",
                        "\"connection_established\"");
    }

    @Test
    void browser() throws Exception {
        var browser = BROWSERS.stream().filter(ExamplesTest::isInstalled).findFirst();
        assumeTrue(browser.isPresent(), "none of " + BROWSERS + " is installed");
        try (var page = BrowserPage.of(EXAMPLES.resolve("browser.html"))) {
            var heard = page.shownBy(browser.get(), "?gateway=" + uri + "#" + token);

            assertThat(heard)
                    .contains("connection_established", "alice", "agent_response", "closed 1000");
        }
    }

    private static boolean isInstalled(String program) {
        return succeeds(program, "--version");
    }

    private static boolean hasWebSockets(String python) {
        return succeeds(python, "-c", "import websockets; websockets.connect");
    }

    private static boolean succeeds(String... command) {
        try {
            return Run.succeeds(command);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertConverses(Run run) {
        assertThat(run.output())
                .contains("connection_established", "alice", "agent_response", "closed 1000");
        assertThat(run.exitCode()).isZero();
    }
}
