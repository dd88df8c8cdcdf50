package dev.gatescope.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.Eventually;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process that is told to stop. */
class StopTest {
    private static final long CONTRACT_SECONDS = 5;

    @Test
    void alsoWhileItsDatabaseDoesNotAnswerItStopsInTimeAndTellsItsClients() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var http = HttpClient.newHttpClient()) {
            var port = freePort();
            var program =
                    start(
                            "--port=" + port,
                            "--admin-port=0",
                            "--db=jdbc:h2:tcp://127.0.0.1:" + silent.getLocalPort() + "/x");
            try {
                Eventually.until(() -> "it listens", () -> listens(port));
                var early = Client.connect(http, URI.create("ws://127.0.0.1:" + port + "/ws"));

                program.destroy();

                assertThat(program.waitFor(CONTRACT_SECONDS, TimeUnit.SECONDS)).isTrue();
                assertThat(program.exitValue()).isZero();
                assertThat(early.closeCode()).isEqualTo(1001);
            } finally {
                program.destroyForcibly();
            }
        }
    }

    private static Process start(String... options) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new String[options.length + 4];
        command[0] = java;
        command[1] = "-cp";
        command[2] = System.getProperty("java.class.path");
        command[3] = GatewayMain.class.getName();
        System.arraycopy(options, 0, command, 4, options.length);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
