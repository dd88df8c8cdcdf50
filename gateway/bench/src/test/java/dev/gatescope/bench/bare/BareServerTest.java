package dev.gatescope.bench.bare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.bench.load.Exchange;
import dev.gatescope.bench.load.LoadGenerator;
import dev.gatescope.bench.load.Target;
import dev.gatescope.bench.load.Window;
import dev.gatescope.bench.proc.CpuReading;

import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** The generator and the bare server with each other; how fast does not matter here. */
class BareServerTest {
    private static final Window WINDOW =
            new Window(
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    () -> new CpuReading(System.nanoTime(), 0, 0, 0));

    private Server server;

    @BeforeEach
    void start() throws Exception {
        server = BareServer.start("platform");
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void everyMessageComesBack() throws Exception {
        try (var generator = generator(Exchange.echo())) {
            var result = generator.messages(3, 4, WINDOW);

            assertThat(result.firstError()).isNull();
            assertThat(result.operations()).isPositive();
        }
    }

    @Test
    void connectionsComeAndGo() throws Exception {
        try (var generator = generator(Exchange.echo())) {
            var result = generator.cycles(3, WINDOW);

            assertThat(result.firstError()).isNull();
            assertThat(result.operations()).isPositive();
        }
    }

    @Test
    void connectionsAreHeldWhileSomethingIsRead() throws Exception {
        try (var generator = generator(Exchange.echo())) {
            var held = generator.held(50, 3, () -> "read");

            assertThat(held.reading()).isEqualTo("read");
            assertThat(held.firstError()).isNull();
        }
    }

    @Test
    void wrongAnswersAreErrors() throws Exception {
        try (var generator = generator(Exchange.pong())) {
            var result = generator.messages(3, 1, WINDOW);

            assertThat(result.errors()).isEqualTo(3);
            assertThat(result.firstError()).contains("No answer to question 0");
            assertThat(result.operations()).isZero();
        }
    }

    private LoadGenerator generator(Exchange exchange) throws Exception {
        return new LoadGenerator(Target.of(BareServer.address(server), false), exchange);
    }
}
