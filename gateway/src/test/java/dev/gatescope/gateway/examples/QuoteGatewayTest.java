package dev.gatescope.gateway.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.support.Client;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The README's gateway with a message type of its own, as the program that it is. */
class QuoteGatewayTest {
    @Test
    void answersItsOwnTypeAndEndsWithEnter() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        var program =
                new ProcessBuilder(java, "-cp", classPath, QuoteGateway.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var output = program.inputReader();
                var input = program.outputWriter();
                var http = HttpClient.newHttpClient()) {
            var ready = output.readLine();
            assertThat(ready).startsWith("ready ws://127.0.0.1:");
            try (var client = Client.connect(http, URI.create(ready.split(" ", -1)[1]))) {
                client.hear("connection_established");
                client.send("{\"type\":\"quote\",\"message_id\":\"q1\"}");

                var quote = client.hear("quote_result");
                assertThat(quote.at("/data/price").intValue()).isEqualTo(42);
                assertThat(quote.path("correlation_id").stringValue()).isEqualTo("q1");
            }
            input.write("\n");
            input.flush();

            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isZero();
        } finally {
            program.destroyForcibly();
        }
    }
}
