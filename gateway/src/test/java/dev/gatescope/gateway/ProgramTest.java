package dev.gatescope.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatescope.gateway.support.Client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The gateway as a process: what it prints, and how it ends. */
class ProgramTest {
    private static final Duration MOST_TO_STOP = Duration.ofSeconds(5);

    @TempDir private Path folder;

    @Test
    void printsOneLineAndStopsInTimeWhenItIsToldToWhateverItsClientsDo() throws Exception {
        var program = start(Map.of(), "--db", "mem", "--port", "0", "--admin-port", "0");
        try (var out = reader(program);
                var http = HttpClient.newHttpClient()) {
            var ready = out.readLine();
            assertThat(ready)
                    .matches(
                            "ready ws://127\\.0\\.0\\.1:\\d+/ws admin http://127\\.0\\.0\\.1:\\d+"
                                    + " flow fixed env development");
            var client = Client.connect(http, URI.create(ready.split(" ", -1)[1]));
            client.hear("connection_established");

            assertStopsInOrder(program);

            assertThat(client.closeCode()).isEqualTo(1001);
            assertThat(out.readLine()).isNull();
        }
    }

    /** The database answers the connection and then says nothing: the start never ends. */
    @Test
    void stopsInOrderWhileItStarts() throws Exception {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var database = "jdbc:h2:tcp://127.0.0.1:" + mute.getLocalPort() + "/x";
            var program = start(Map.of(), "--db", database, "--port", "0", "--admin-port", "0");
            try (var out = reader(program);
                    var _ = mute.accept()) {
                assertStopsInOrder(program);

                assertThat(out.readLine()).isNull();
                assertThat(errors()).isEmpty();
            }
        }
    }

    @Test
    void aDatabaseThatIsInUseIsOneLine() throws Exception {
        var database = "jdbc:h2:file:" + folder.resolve("gateway") + ";PASSWORD=s3cr3t";
        try (var _ = Gateway.start(GatewayConfig.builder().database(database).build())) {
            var program = start(Map.of(), "--db", database, "--port", "0", "--admin-port", "0");

            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(2);
            assertThat(errors()).hasSize(1);
            assertThat(errors().getFirst())
                    .startsWith("The database cannot be opened: ")
                    .contains("use")
                    .doesNotContain("s3cr3t");
        }
    }

    @Test
    void readsOptionsFromTheEnvironmentAndPassesOverWhatIsEmptyOrNoOption() throws Exception {
        var environment =
                Map.of(
                        "GATESCOPE_PORT", "0",
                        "GATESCOPE_ADMIN_PORT", "0",
                        "GATESCOPE_DB", "mem",
                        "GATESCOPE_HOST", "",
                        "GATESCOPE_VERSION", "1.2.3",
                        "GATESCOPE_HELP", "me");
        var program = start(environment);
        try (var out = reader(program)) {
            assertThat(out.readLine()).startsWith("ready ws://127.0.0.1:");

            assertStopsInOrder(program);
        }
    }

    @Test
    void anIpv6AddressIsWrittenAsUrlsWriteIt() throws Exception {
        assumeTrue(hasIpv6(), "this machine has no IPv6");
        var config = GatewayConfig.builder().clients("::1", 0).admin("::1", 0).demo(true);
        try (var gateway = Gateway.start(config.build());
                var http = HttpClient.newHttpClient()) {
            assertThat(gateway.readyLine()).contains("ready ws://[::1]:", " admin http://[::1]:");
            try (var client = Client.connect(http, gateway.clientUri())) {
                client.hear("connection_established");
            }
        }
    }

    private static boolean hasIpv6() {
        try (var _ = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), GatewayMain.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(errorFile().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GATESCOPE_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static BufferedReader reader(Process program) {
        return new BufferedReader(
                new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    }

    private Path errorFile() {
        return folder.resolve("errors");
    }

    private List<String> errors() throws IOException {
        return Files.readAllLines(errorFile());
    }

    private static void assertStopsInOrder(Process program) throws InterruptedException {
        program.toHandle().destroy(); // the process's own would close what it printed

        var inTime = program.waitFor(MOST_TO_STOP.toMillis(), TimeUnit.MILLISECONDS);
        if (!inTime) {
            program.destroyForcibly().waitFor();
        }
        assertThat(inTime).isTrue();
        assertThat(program.exitValue()).isZero();
    }
}
