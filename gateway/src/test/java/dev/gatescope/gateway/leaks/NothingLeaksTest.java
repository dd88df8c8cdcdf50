package dev.gatescope.gateway.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RawSocket;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The right flow, after many connections that ended in every way. */
class NothingLeaksTest {
    private static final int CONNECTIONS = Boolean.getBoolean("gatescope.full") ? 100_000 : 2_000;
    private static final int AT_ONCE = 8;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void nothingIsHeldAfterManyConnections() throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder());
                var crowd = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<Void> client =
                    () -> {
                        for (var i = 0; i < CONNECTIONS / AT_ONCE; i++) {
                            visit(running, i);
                        }
                        return null;
                    };
            for (var visits :
                    crowd.invokeAll(IntStream.range(0, AT_ONCE).mapToObj(_ -> client).toList())) {
                visits.get();
            }
            Eventually.until(
                    () -> "everybody has left: " + running.figures(),
                    () -> running.figures().connections().active() == 0);

            var figures = running.figures();
            assertThat(figures.connections().ready()).isEqualTo(CONNECTIONS);
            assertThat(figures.handlers().registered()).isZero();
            assertThat(figures.handlers().leaked()).isZero();
            assertThat(figures.sessions().open()).isZero();
            assertThat(figures.sessions().leaked()).isZero();
            assertThat(Admin.get(running, "/api/v1/leaks").path("items")).isEmpty();
        }
    }

    /** Each waits for an answer, every tenth from the database; then it is gone by a reset. */
    private static void visit(RunningGateway running, int visit) throws Exception {
        try (var socket = new RawSocket(running.gateway().clientUri())) {
            socket.requestUpgrade();
            socket.readHead();
            socket.text(
                    visit % 10 == 0
                            ? "{\"type\":\"get_thread\",\"thread_id\":\"none\"}"
                            : "{\"type\":\"ping\"}");
            frame(socket);
            frame(socket);
            socket.reset(); // no address waits for its end, so that they suffice
        }
    }

    /** Reads one frame of the server's, of less than 64 KiB. */
    private static void frame(RawSocket socket) throws Exception {
        socket.read();
        var length = socket.read();
        if (length == 126) {
            length = socket.read() << 8 | socket.read();
        }
        for (var i = 0; i < length; i++) {
            socket.read();
        }
    }
}
