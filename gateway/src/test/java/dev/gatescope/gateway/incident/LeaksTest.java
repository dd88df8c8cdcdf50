package dev.gatescope.gateway.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfigBuilder;
import dev.gatescope.gateway.admin.AdminAccess;
import dev.gatescope.gateway.flow.LegacyParts;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.lifecycle.SessionFact;
import dev.gatescope.gateway.routing.MessageHandler;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.gateway.sessions.SessionPattern;
import dev.gatescope.gateway.sessions.SessionTable;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.Eventually;
import dev.gatescope.shared.flow.FlowName;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The ledger of leaks, against what the flows really leave behind. */
class LeaksTest {
    private static final FlowName LEGACY = FlowName.legacy(Set.of());
    private static final int CONNECTS = Boolean.getBoolean("gatescope.full") ? 500 : 30;
    private static final List<AdminAccess.Key> KEYS =
            List.of(
                    new AdminAccess.Key(new AdminAccess.Person("ann", true), "operator"),
                    new AdminAccess.Key(new AdminAccess.Person("vic", false), "viewer"));

    @Test
    void ledgerGaugeFiguresAndHeapCountTheSameHandlers() throws Exception {
        var before = HeapHistogram.handlers();
        try (var gateway = start(LEGACY, _ -> {})) {
            connectAndLeave(gateway, CONNECTS);

            assertThat(leaked(gateway, "handler")).hasSize(CONNECTS);
            assertThat(gauge(gateway, "ws_handlers_leaked")).isEqualTo(CONNECTS);
            assertThat(gateway.figures().handlers().leaked()).isEqualTo(CONNECTS);
            Eventually.until(
                    () -> CONNECTS + " on the heap: " + (HeapHistogram.handlers() - before),
                    () -> HeapHistogram.handlers() - before == CONNECTS);
            assertThat(leaked(gateway, "handler"))
                    .extracting(leak -> leak.path("fingerprint").stringValue())
                    .containsOnly(
                            leaked(gateway, "handler")
                                    .getFirst()
                                    .path("fingerprint")
                                    .stringValue());
        }
    }

    @Test
    void aLeakNamesItsOwnerItsPlaceAndWhereItShouldHaveEnded() throws Exception {
        try (var gateway = start(LEGACY, LeaksTest::withLeakyChats);
                var client = gateway.welcomed("alice")) {
            leakBy(client, "one");
            awaitLeaked(gateway, "session", 1);

            var leak = leaked(gateway, "session").getFirst();
            var told = gateway.occurrences(SessionFact.Leaked.class).findFirst().orElseThrow();
            assertThat(leak.path("id").stringValue()).isEqualTo(Ids.leakText(told.id()));
            assertThat(leak.path("event").stringValue()).isEqualTo(Ids.eventText(told.id()));
            assertThat(leak.at("/owner/user").stringValue()).isEqualTo("alice");
            assertThat(leak.at("/owner/connection").stringValue()).startsWith("conn_");
            assertThat(leak.at("/owner/request").stringValue()).startsWith("evt_");
            assertThat(leak.path("expected").stringValue()).isEqualTo("end of the request");
            assertThat(leak.path("acquired_at").stringValue())
                    .startsWith(LeaksTest.class.getName() + ".");
            assertThat(leak.path("stack").valueStream().map(JsonNode::stringValue))
                    .hasSizeLessThanOrEqualTo(10)
                    .anyMatch(frame -> frame.contains("PatternSessions.forEarlyReturn"));
            assertThat(leak.path("age_s").doubleValue()).isNotNegative();
        }
    }

    @Test
    void leaksOfOnePlaceShareAFingerprintAndThoseOfTwoDoNot() throws Exception {
        try (var gateway = start(LEGACY, LeaksTest::withLeakyChats);
                var client = gateway.welcomed("alice")) {
            leakBy(client, "one");
            leakBy(client, "other");
            leakBy(client, "one");
            awaitLeaked(gateway, "session", 3);

            assertThat(
                            leaked(gateway, "session").stream()
                                    .map(leak -> leak.path("fingerprint").stringValue())
                                    .distinct())
                    .hasSize(2);
        }
    }

    @Test
    void aPoolOfFiveThatIsDryWorksAgainOnceOneIsReclaimed() throws Exception {
        try (var gateway = start(LEGACY, LeaksTest::withLeakyChats);
                var client = gateway.welcomed("alice")) {
            for (var i = 0; i < 5; i++) {
                leakBy(client, "one");
            }
            awaitLeaked(gateway, "session", 5);
            client.send("{\"type\":\"one\"}");
            assertThat(client.hear("error").at("/error/code").stringValue())
                    .isEqualTo("HANDLER_FAILED");
            var second = leaked(gateway, "session").get(1).path("id").stringValue();

            assertThat(reclaim(gateway, second, "operator")).isEqualTo(204);

            assertThat(leaked(gateway, "session")).hasSize(4);
            assertThat(gauge(gateway, "db_sessions_leaked")).isEqualTo(4);
            assertThat(gateway.figures().sessions().open()).isEqualTo(4);
            assertThat(ids(gateway, "?state=reclaimed")).containsExactly(second);
            assertThat(ids(gateway, "?state=returned")).isEmpty();
            leakBy(client, "one");
            awaitLeaked(gateway, "session", 5);

            var acted = gateway.occurrences(OperationFact.OperatorActed.class).toList();
            assertThat(acted).hasSize(1);
            assertThat(gateway.occurrences(SessionFact.Returned.class))
                    .singleElement()
                    .satisfies(returned -> {
                        assertThat(returned.cause()).isEqualTo(acted.getFirst().id());
                        assertThat(((SessionFact.Returned) returned.fact()).reclaimed()).isTrue();
                    });
        }
    }

    @Test
    void oneHandlerIsReclaimedAndTheRestStays() throws Exception {
        var before = HeapHistogram.handlers();
        try (var gateway = start(LEGACY, _ -> {})) {
            connectAndLeave(gateway, 3);
            var middle = leaked(gateway, "handler").get(1).path("id").stringValue();

            assertThat(reclaim(gateway, middle, "operator")).isEqualTo(204);

            assertThat(leaked(gateway, "handler"))
                    .hasSize(2)
                    .noneMatch(leak -> leak.path("id").stringValue().equals(middle));
            assertThat(gateway.figures().handlers().leaked()).isEqualTo(2);
            assertThat(gateway.figures().handlers().registered()).isEqualTo(2);
            assertThat(gauge(gateway, "ws_handlers_leaked")).isEqualTo(2);
            var acted = gateway.occurrences(OperationFact.OperatorActed.class).toList();
            assertThat(gateway.occurrences(HandlerFact.Removed.class))
                    .singleElement()
                    .satisfies(removed -> {
                        assertThat(removed.cause()).isEqualTo(acted.getFirst().id());
                        assertThat(removed.fact()).isEqualTo(new HandlerFact.Removed(true, true));
                    });
            assertThat(reclaim(gateway, middle, "operator")).isEqualTo(409);
            assertThat(reclaim(gateway, "leak_0000000000000001", "operator")).isEqualTo(404);
            assertThat(reclaim(gateway, "nonsense", "operator")).isEqualTo(404);
            assertThat(gateway.occurrences(OperationFact.OperatorActed.class)).hasSize(1);
            Eventually.until(
                    () -> "2 on the heap: " + (HeapHistogram.handlers() - before),
                    () -> HeapHistogram.handlers() - before == 2);
        }
    }

    @Test
    void aViewerReadsAndDoesNotReclaim() throws Exception {
        try (var gateway = start(LEGACY, _ -> {})) {
            connectAndLeave(gateway, 1);
            var id = leaked(gateway, "handler").getFirst().path("id").stringValue();

            assertThat(reclaim(gateway, id, "viewer")).isEqualTo(403);

            assertThat(leaked(gateway, "handler")).hasSize(1);
        }
    }

    @Test
    void aSlowButHonestHolderIsReportedAndThenCleared() throws Exception {
        var held = new CountDownLatch(1);
        MessageHandler goesOnByItself =
                request -> {
                    var holds = new CountDownLatch(1);
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    request.inSession(session -> {
                                        holds.countDown();
                                        held.await();
                                        return session.number();
                                    });
                                } catch (Exception e) {
                                    throw new AssertionError(e);
                                }
                            });
                    holds.await();
                    request.reply("begun", Map.of());
                };
        try (var gateway =
                start(FlowName.FIXED, config -> config.handler("slow", goesOnByItself))) {
            try (var client = gateway.welcomed("alice")) {
                client.send("{\"type\":\"slow\"}");
                client.hear("begun");
            }
            awaitLeaked(gateway, "session", 1);
            gateway.awaitNoneOpen();
            assertThat(leaked(gateway, "session")).hasSize(1);
            assertThat(gauge(gateway, "db_sessions_leaked")).isEqualTo(1);

            held.countDown();

            awaitLeaked(gateway, "session", 0);
            assertThat(leaked(gateway, "session")).isEmpty();
            assertThat(ids(gateway, "?state=returned&kind=session")).hasSize(1);
            assertThat(gateway.facts(SessionFact.Committed.class)).hasSize(1);
            assertThat(gateway.facts(SessionFact.Returned.class))
                    .extracting(SessionFact.Returned::reclaimed)
                    .containsExactly(false);
            Eventually.until(
                    () -> "closed: " + gateway.figures().sessions(),
                    () -> gateway.figures().sessions().open() == 0);
            assertThat(gauge(gateway, "db_sessions_leaked")).isZero();
        }
    }

    @Test
    void oneThatIsReclaimedUnderItsHoldersHandsIsClosedOnce() throws Exception {
        var held = new CountDownLatch(1);
        var failed = new CountDownLatch(1);
        MessageHandler goesOnByItself =
                request -> {
                    var holds = new CountDownLatch(1);
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    request.inSession(session -> {
                                        holds.countDown();
                                        held.await();
                                        return session.number();
                                    });
                                } catch (Exception e) {
                                    failed.countDown();
                                }
                            });
                    holds.await();
                };
        try (var gateway = start(FlowName.FIXED, config -> config.handler("slow", goesOnByItself));
                var client = gateway.welcomed("alice")) {
            client.send("{\"type\":\"slow\"}");
            awaitLeaked(gateway, "session", 1);

            var id = leaked(gateway, "session").getFirst().path("id").stringValue();
            assertThat(reclaim(gateway, id, "operator")).isEqualTo(204);
            held.countDown();
            failed.await();

            assertThat(gateway.facts(SessionFact.Returned.class)).hasSize(1);
            assertThat(gateway.facts(SessionFact.Closed.class)).hasSize(1);
            assertThat(gateway.facts(SessionFact.Committed.class)).isEmpty();
            assertThat(gateway.figures().sessions().open()).isZero();
            assertThat(gateway.figures().sessions().leaked()).isZero();
        }
    }

    @Test
    void aChangeOfTheFlowReclaimsWhatTheOneBeforeHasLeaked() throws Exception {
        try (var gateway = start(LEGACY, LeaksTest::withLeakyChats);
                var client = gateway.welcomed("bob")) {
            leakBy(client, "one");
            connectAndLeave(gateway, 2);
            awaitLeaked(gateway, "session", 1);

            gateway.gateway().changeFlow("fixed", LifecycleHub.NONE);

            assertThat(ids(gateway, "?state=leaked")).isEmpty();
            assertThat(ids(gateway, "?state=returned")).isEmpty();
            assertThat(ids(gateway, "?state=reclaimed")).hasSize(4); // with bob's own handler
            var changed =
                    gateway.occurrences(OperationFact.FlowChanged.class).findFirst().orElseThrow();
            assertThat(
                            Stream.concat(
                                    gateway.occurrences(SessionFact.Returned.class),
                                    gateway.occurrences(HandlerFact.Removed.class)))
                    .hasSize(4)
                    .allMatch(one -> one.cause() == changed.id());
        }
    }

    @Test
    void pagesGoFromTheNewestToTheOldest() throws Exception {
        try (var gateway = start(LEGACY, _ -> {})) {
            connectAndLeave(gateway, 5);
            var all = ids(gateway, "?state=leaked");

            var first = json(gateway, "/api/v1/leaks?limit=3");
            var rest =
                    json(
                            gateway,
                            "/api/v1/leaks?limit=3&cursor="
                                    + first.path("next_cursor").stringValue());

            assertThat(all).hasSize(5).isSortedAccordingTo((a, b) -> b.compareTo(a));
            assertThat(Stream.concat(idsOf(first), idsOf(rest))).containsExactlyElementsOf(all);
            assertThat(rest.has("next_cursor")).isFalse();
            for (var wrong : List.of("state=gone", "kind=cat", "cursor=1", "limit=0")) {
                assertThat(gateway.adminAs("viewer", "GET", "/api/v1/leaks?" + wrong).statusCode())
                        .isEqualTo(422);
            }
        }
    }

    private static IncidentGateway start(FlowName flow, Consumer<GatewayConfigBuilder> changes)
            throws Exception {
        return IncidentGateway.start(
                flow,
                config -> {
                    config.adminTokens(KEYS);
                    changes.accept(config);
                });
    }

    /** Two types whose handlers leave their sessions open, with five of these in the pool. */
    private static void withLeakyChats(GatewayConfigBuilder config) {
        var leaky =
                new SessionPattern(
                        SessionPattern.Provider.GENERATOR,
                        SessionPattern.Consumer.FOR_EARLY_RETURN);
        var usual = LegacyParts.usual();
        config.legacyParts(
                        new LegacyParts(
                                usual.handlers(),
                                new SessionTable(Map.of(), leaky),
                                usual.refusal()))
                .database(
                        new DatabaseConfig(
                                DatabaseConfig.inMemory(UUID.randomUUID()),
                                5,
                                Duration.ofMillis(300),
                                Duration.ofSeconds(10)))
                .handler(
                        "one",
                        request -> {
                            request.inSession(session -> session.number());
                            request.reply("done", Map.of());
                        })
                .handler(
                        "other",
                        request -> {
                            request.inSession(session -> session.number());
                            request.reply("done", Map.of());
                        });
    }

    private static void leakBy(Client client, String type) throws InterruptedException {
        client.send("{\"type\":\"" + type + "\"}");
        client.hear("done");
    }

    private static void connectAndLeave(IncidentGateway gateway, int clients)
            throws InterruptedException {
        var before = gateway.figures();
        for (var i = 0; i < clients; i++) {
            gateway.welcomed("user" + i).close();
        }
        var leaked = before.handlers().leaked() + clients;
        Eventually.until(
                () -> "everybody has left: " + gateway.figures(),
                () ->
                        gateway.figures().handlers().leaked() == leaked
                                && gateway.figures().connections().active()
                                        == before.connections().active());
    }

    private static void awaitLeaked(IncidentGateway gateway, String kind, int count) {
        Eventually.until(
                () -> count + " of " + kind + " leaked: " + gateway.figures(),
                () ->
                        (kind.equals("handler")
                                        ? gateway.figures().handlers().leaked()
                                        : gateway.figures().sessions().leaked())
                                == count);
    }

    private static List<JsonNode> leaked(IncidentGateway gateway, String kind) throws Exception {
        return json(gateway, "/api/v1/leaks?state=leaked&limit=1000&kind=" + kind)
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<String> ids(IncidentGateway gateway, String query) throws Exception {
        return idsOf(json(gateway, "/api/v1/leaks" + query)).toList();
    }

    private static Stream<String> idsOf(JsonNode page) {
        return page.path("items").valueStream().map(leak -> leak.path("id").stringValue());
    }

    private static JsonNode json(IncidentGateway gateway, String path) throws Exception {
        return new JsonMapper().readTree(gateway.adminAs("viewer", "GET", path).body());
    }

    private static int reclaim(IncidentGateway gateway, String id, String token) throws Exception {
        return gateway.adminAs(token, "POST", "/api/v1/leaks/" + id + "/reclaim").statusCode();
    }

    private static double gauge(IncidentGateway gateway, String name) throws Exception {
        return gateway.adminAs("viewer", "GET", "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
