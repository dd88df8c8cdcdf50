package dev.gatescope.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.Gateway;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.LoudLog;
import dev.gatescope.gateway.support.RawSocket;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The incident report's second test, in truthful form: what the gateway is left with counts. */
class VanishingClientsTest {
    /** Where a client leaves. */
    enum Leaves {
        BEFORE_THE_REQUEST_IS_WHOLE {
            @Override
            void play(RawSocket client) throws Exception {
                client.write("GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgr");
            }
        },
        BEFORE_THE_UPGRADE_IS_READ {
            @Override
            void play(RawSocket client) throws Exception {
                client.requestUpgrade();
            }
        },
        WHILE_AUTHENTICATING {
            @Override
            void play(RawSocket client) throws Exception {
                client.requestUpgrade("Sec-WebSocket-Protocol: jwt-auth");
                client.readHead();
            }
        },
        BEFORE_THE_WELCOME_IS_READ {
            @Override
            void play(RawSocket client) throws Exception {
                client.requestUpgrade();
                client.readHead();
            }
        },
        IN_THE_MIDDLE_OF_A_MESSAGE {
            @Override
            void play(RawSocket client) throws Exception {
                client.requestUpgrade();
                client.readHead();
                client.frame(0x01, "{\"type\":\"ch".getBytes(StandardCharsets.UTF_8));
            }
        },
        WITHOUT_THE_ANSWER {
            @Override
            void play(RawSocket client) throws Exception {
                client.requestUpgrade();
                client.readHead();
                client.text("{\"type\":\"chat\",\"content\":\"are you there?\"}");
            }
        };

        abstract void play(RawSocket client) throws Exception;
    }

    private static final int CROWD = Boolean.getBoolean("gatescope.full") ? 2_000 : 200;

    @ParameterizedTest
    @EnumSource(Leaves.class)
    void tenThatLeaveByResetLeaveNothing(Leaves when) throws Exception {
        leave(10, when, true);
    }

    @ParameterizedTest
    @EnumSource(Leaves.class)
    void aCrowdThatLeavesByResetLeavesNothing(Leaves when) throws Exception {
        leave(CROWD, when, true);
    }

    @ParameterizedTest
    @EnumSource(Leaves.class)
    void aCrowdThatLeavesByClosingLeavesNothing(Leaves when) throws Exception {
        leave(CROWD, when, false);
    }

    private static void leave(int clients, Leaves when, boolean reset) throws Exception {
        try (var log = LoudLog.listen()) {
            leaveOneGateway(clients, when, reset);
            // A request that was still on its way when its client left may meet the gateway's stop.
            assertThat(log.heard())
                    .filteredOn(line -> !line.contains("Closed with 1001 by the gateway"))
                    .isEmpty();
        }
    }

    private static void leaveOneGateway(int clients, Leaves when, boolean reset) throws Exception {
        try (var running = RunningGateway.start(GatewayConfig.builder());
                var crowd = Executors.newFixedThreadPool(16)) {
            var uri = running.gateway().clientUri();
            Callable<Void> client =
                    () -> {
                        try (var socket = new RawSocket(uri)) {
                            when.play(socket);
                            if (reset) {
                                socket.reset();
                            }
                        }
                        return null;
                    };
            var visits = new ArrayList<Future<Void>>();
            for (var i = 0; i < clients; i++) {
                visits.add(crowd.submit(client));
            }
            for (var visit : visits) {
                visit.get();
            }

            running.awaitNothingHeld();
            Eventually.until(
                    () -> "each has its outcome: " + running.figures().connections(),
                    () -> outcomes(running) == running.figures().connections().attempts());
            var end = running.figures();
            assertThat(end.connections().failed()).isZero();
            assertThat(end.routing().failed()).isZero();
            assertThat(end.sessions().scopeErrors()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void clientsThatLeaveWhileTheGatewayStartsVanish(boolean reset) throws Exception {
        var gateway = Gateway.prepare(GatewayConfig.builder().build());
        try (var running = RunningGateway.of(gateway)) {
            var hold = gateway.startup().hold(ComponentName.THREAD_SERVICE);
            gateway.listen();
            var clients = new ArrayList<RawSocket>();
            for (var i = 0; i < 50; i++) {
                var client = new RawSocket(gateway.clientUri());
                client.requestUpgrade();
                client.readHead();
                client.text("{\"type\":\"ping\"}");
                clients.add(client);
            }
            for (var client : clients) {
                if (reset) {
                    client.reset();
                } else {
                    client.close();
                }
            }

            Eventually.until(
                    () -> "all vanish: " + running.figures().connections(),
                    () -> running.figures().connections().vanished() == clients.size());
            hold.close();
            gateway.awaitStarted();
            assertThat(running.figures().connections().failed()).isZero();
        }
    }

    @Test
    void aClientThatIsGoneBeforeItsAnswerAbandonsTheMessage() throws Exception {
        var reached = new CountDownLatch(1);
        var gone = new CountDownLatch(1);
        var config =
                GatewayConfig.builder()
                        .handler(
                                "slow",
                                request -> {
                                    reached.countDown();
                                    gone.await();
                                    request.reply("late", Map.of());
                                });
        try (var running = RunningGateway.start(config)) {
            var client = running.connect();
            var id = client.hear("connection_established").at("/data/connection_id").stringValue();
            client.send("{\"type\":\"slow\"}");
            reached.await();
            closeByOperator(running, id);
            gone.countDown();
            running.awaitNothingHeld();

            assertThat(running.figures().routing().abandoned()).isEqualTo(1);
            assertThat(running.figures().routing().failed()).isZero();
        }
    }

    /**
     * A reset is not noticed while a handler runs; an operator's close is the same to the handler.
     */
    private static void closeByOperator(RunningGateway running, String connection)
            throws Exception {
        var uri = running.gateway().adminUri().resolve("/api/v1/connections/" + connection);
        var answer =
                running.http()
                        .send(
                                HttpRequest.newBuilder(uri).DELETE().build(),
                                HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private static long outcomes(RunningGateway running) {
        var connections = running.figures().connections();
        return connections.ready() + connections.vanished() + connections.rejected();
    }
}
