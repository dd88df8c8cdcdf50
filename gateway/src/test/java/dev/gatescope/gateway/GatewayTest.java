package dev.gatescope.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.support.RunningGateway;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Gateways that cannot be made, or are closed at an odd time; nothing of them is left. */
class GatewayTest {
    @Test
    void oneThatCannotCheckTokensIsNotMade() {
        var nowhere = new TokenRules.Keys.OfJwks(URI.create("nowhere:keys"));
        var config = GatewayConfig.builder().tokens(new TokenRules(nowhere, null, null)).build();

        assertThatThrownBy(() -> Gateway.prepare(config)).isInstanceOf(GatewayStartException.class);
    }

    @Test
    void oneOfAFlowThatNobodyKnowsIsNotMade() {
        var config = GatewayConfig.builder().flow("sideways").build();

        assertThatThrownBy(() -> Gateway.prepare(config))
                .isInstanceOf(GatewayStartException.class)
                .hasMessageContaining("fixed");
    }

    @Test
    void oneThatNeverListenedCanBeClosed() throws Exception {
        Gateway.prepare(GatewayConfig.builder().build()).close();
    }

    @Test
    void bothPortsAreFreeAgainOnceOneIsClosed() throws Exception {
        var ports = new ArrayList<URI>();
        try (var running = RunningGateway.start(GatewayConfig.builder())) {
            ports.add(running.gateway().clientUri());
            ports.add(running.gateway().adminUri());
            running.ready();
        }

        var same =
                GatewayConfig.builder()
                        .clients("127.0.0.1", ports.getFirst().getPort())
                        .admin("127.0.0.1", ports.getLast().getPort());
        try (var again = RunningGateway.start(same)) {
            assertThat(again.gateway().clientUri()).isEqualTo(ports.getFirst());
            again.ready().close();
        }
    }

    @Test
    void closingOneThatStartsEndsItsStart() throws Exception {
        var gateway = Gateway.prepare(GatewayConfig.builder().build());
        try (var running = RunningGateway.of(gateway)) {
            var _ = gateway.startup().hold(ComponentName.THREAD_SERVICE);
            gateway.listen();
            var early = running.connect();
            var started =
                    CompletableFuture.runAsync(() -> {
                        try {
                            gateway.awaitStarted();
                        } catch (Exception e) {
                            throw new IllegalStateException(e.getMessage(), e);
                        }
                    });

            gateway.close();

            assertThat(early.closeCode()).isEqualTo(1001);
            assertThatThrownBy(started::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("stopped before it had started");
        }
    }
}
