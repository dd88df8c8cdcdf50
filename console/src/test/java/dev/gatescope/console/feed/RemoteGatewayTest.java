package dev.gatescope.console.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatescope.console.feed.GatewayControl.EventQuery;
import dev.gatescope.gateway.Gateway;
import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.admin.AdminAccess;
import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultScope;
import dev.gatescope.shared.admin.StreamFrame;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The console's side of the admin API against a real gateway. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteGatewayTest {
    private static final EventQuery ANYTHING = new EventQuery(null, null, null, null, 10, null);

    private Gateway gateway;

    @BeforeAll
    void start() throws Exception {
        gateway =
                Gateway.start(
                        GatewayConfig.builder()
                                .clients("127.0.0.1", 0)
                                .admin("127.0.0.1", 0)
                                .name("under-test")
                                .adminTokens(
                                        List.of(
                                                key("ops", true, "token-of-an-operator"),
                                                key("guest", false, "token-of-a-viewer")))
                                .build());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void anOperatorSetsAMarkThatIsInTheJournal() {
        try (var control = as("token-of-an-operator")) {
            control.mark("deploy 42").join();

            var marks = new EventQuery("mark.set", null, null, null, 10, null);
            assertThat(control.events(marks).join().items())
                    .anySatisfy(
                            event -> assertThat(event.data()).containsEntry("label", "deploy 42"));
        }
    }

    @Test
    void aViewerSeesAllAndIsToldThatItMayNotCommand() {
        try (var control = as("token-of-a-viewer")) {
            assertThat(control.events(ANYTHING).join().items()).isNotEmpty();
            assertThatThrownBy(() -> control.mark("mine").join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(GatewayCallFailed.class)
                    .rootCause()
                    .message()
                    .contains("operator");
        }
    }

    @Test
    void aWrongTokenIsToldWithoutTheToken() {
        try (var control = as("token-that-nobody-knows")) {
            var why = new CompletableFuture<String>();
            control.observe(new Listening(why));

            assertThat(why.orTimeout(20, TimeUnit.SECONDS).join())
                    .contains("does not know this token", "--token")
                    .doesNotContain("token-that-nobody-knows");
        }
    }

    @Test
    void requestsThatNeverBecameAWebSocketComeWithAHint() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var control = as("token-of-a-viewer")) {
            String address = "http" + gateway.clientUri().toString().substring("ws".length());
            var plain = HttpRequest.newBuilder(URI.create(address)).build();
            assertThat(client.send(plain, BodyHandlers.discarding()).statusCode()).isEqualTo(426);

            assertThat(control.refusedRequests().join())
                    .first()
                    .satisfies(refused -> {
                        assertThat(refused.status()).isEqualTo(426);
                        assertThat(refused.hint()).isNotBlank();
                    });
        }
    }

    @Test
    void anOperatorBreaksSomethingKeepsItBrokenAndStopsAll() {
        try (var control = as("token-of-an-operator")) {
            var faults = control.faults();
            var fault = faults.inject(handlerSlow()).join();
            assertThat(fault.by()).isEqualTo("ops");

            faults.renew(fault.id()).join();
            faults.stopAll().join();

            assertThat(faults.list().join().items())
                    .first()
                    .satisfies(over -> {
                        assertThat(over.id()).isEqualTo(fault.id());
                        assertThat(over.state()).isEqualTo(FaultInfo.STOPPED);
                    });
            assertThatThrownBy(() -> faults.inject(handlerSlow()).join())
                    .rootCause()
                    .isInstanceOf(GatewayCallFailed.class)
                    .hasMessageContaining("stopped");
            faults.allow().join();
            assertThat(faults.list().join().allowed()).isTrue();
        }
    }

    private static FaultRequest handlerSlow() {
        return new FaultRequest(
                "handler-slow",
                Map.of("delay_ms", 5L),
                FaultScope.EVERYTHING,
                "PT1M",
                "PT10S",
                null,
                null,
                "a test");
    }

    @Test
    void aConnectionThatIsNotThereIsSaidInASentence() {
        try (var control = as("token-of-a-viewer")) {
            assertThatThrownBy(() -> control.connection("conn_000000000000").join())
                    .rootCause()
                    .isInstanceOf(GatewayCallFailed.class)
                    .message()
                    .endsWith(".");
        }
    }

    private RemoteGateway as(String token) {
        return new RemoteGateway(
                gateway.adminUri(),
                token,
                new Patience(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(30)));
    }

    private static AdminAccess.Key key(String label, boolean operator, String token) {
        return new AdminAccess.Key(new AdminAccess.Person(label, operator), token);
    }

    private record Listening(CompletableFuture<String> why) implements GatewayControl.Observer {
        @Override
        public void onLink(Link link) {
            if (link.why() != null) {
                why.complete(link.why());
            }
        }

        @Override
        public void onFrame(StreamFrame frame) {}
    }
}
