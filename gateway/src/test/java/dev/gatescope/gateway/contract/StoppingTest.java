package dev.gatescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A gateway that is told to stop has five seconds, whatever runs then. */
class StoppingTest {
    private static final Duration MOST = Duration.ofMillis(4_500);

    @Test
    void aHandlerThatBlocksATransportsThreadIsNotWaitedForTwice() throws Exception {
        var blocked = new CountDownLatch(1);
        var works = new CountDownLatch(1);
        var config =
                GatewayConfig.builder()
                        .handler(
                                "blocks",
                                _ -> {
                                    if (!Thread.currentThread().isVirtual()) {
                                        blocked.countDown();
                                        works.await();
                                    }
                                });
        try (var running = RunningGateway.start(config);
                var client = running.ready()) {
            Eventually.until(
                    () -> "a thread of the transport's is blocked",
                    () -> {
                        client.send("{\"type\":\"blocks\"}");
                        return blocked.getCount() == 0;
                    });
            var began = System.nanoTime();

            running.gateway().close();

            var took = Duration.ofNanos(System.nanoTime() - began);
            works.countDown();
            assertThat(took).isLessThan(MOST);
        }
    }
}
