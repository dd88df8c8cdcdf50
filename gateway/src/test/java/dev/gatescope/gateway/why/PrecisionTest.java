package dev.gatescope.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.GatewayConfig;
import dev.gatescope.gateway.auth.Secret;
import dev.gatescope.gateway.auth.TokenIssuer;
import dev.gatescope.gateway.auth.TokenRules;
import dev.gatescope.gateway.faults.Catalogue;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.Fact;
import dev.gatescope.gateway.lifecycle.FaultFact;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.gateway.support.Admin;
import dev.gatescope.gateway.support.Client;
import dev.gatescope.gateway.support.RunningGateway;
import dev.gatescope.shared.admin.AdminJson;
import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultKindInfo;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultScope;
import dev.gatescope.shared.admin.Why;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Each error that a fault made is laid at the door of that fault, and no other is: every kind is
 * injected into a gateway whose clients make errors of their own as well.
 */
class PrecisionTest {
    private static final Secret SECRET = Secret.of("the secret of these tests is long enough");
    private static final JsonMapper JSON = AdminJson.mapper();
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** What these do is no error by itself. */
    private static final Set<String> QUIET =
            Set.of(
                    "component-late",
                    "auth-slow",
                    "registration-slow",
                    "handler-slow",
                    "session-slow",
                    "session-commit-lost");

    /** These make errors of the connections and messages that they touch, and of no others. */
    private static final List<String> NARROW =
            List.of(
                    "auth-failing",
                    "auth-denying",
                    "registration-throwing",
                    "registration-skipped",
                    "handler-throwing",
                    "handler-vanishing",
                    "cleanup-skipped",
                    "session-not-closed",
                    "session-cut");

    private static final List<String> MESSAGES =
            List.of(
                    "{\"type\":\"chat\",\"content\":\"hello\"}",
                    "{\"type\":\"ping\"}",
                    "{\"type\":\"quote\"}",
                    "{\"type\":\"subscribe\"}");

    private final List<Occurrence> heard = new CopyOnWriteArrayList<>();
    private final TokenIssuer tokens = new TokenIssuer(SECRET, null, null, Clock.systemUTC());

    /** Errors that carry a receipt, and others. */
    private record Count(int injected, int genuine) {}

    @Test
    @Timeout(300)
    void eachErrorOfAFaultEndsAtItAndNoOtherDoes() throws Exception {
        var counts = new TreeMap<String, Count>();
        try (var gateway = start()) {
            for (var kind : Catalogue.usual().infos()) {
                var before = heard.size();
                var fault = inject(gateway, kind, null);
                visit(gateway, "alice");
                stranger(gateway);
                stop(gateway, fault);
                counts.put(kind.kind(), check(gateway, before, Set.of(fault.id())));
            }
        }
        counts.forEach((kind, count) ->
                System.out.printf(
                        "%-24s %3d errors and ends lead to it, %3d others do not%n",
                        kind, count.injected(), count.genuine()));
        assertThat(counts).allSatisfy((_, count) -> assertThat(count.genuine()).isPositive());
        counts.keySet().removeIf(kind -> !isOfParts(kind));
        assertThat(counts).allSatisfy((_, count) -> assertThat(count.injected()).isPositive());
    }

    /** What acts on frames and sockets is counted; whether it makes an error is a client's luck. */
    private static boolean isOfParts(String kind) {
        return !QUIET.contains(kind)
                && Catalogue.usual().infos().stream()
                        .filter(one -> one.kind().equals(kind))
                        .noneMatch(one ->
                                Set.of("message", "connection", "gateway").contains(one.group()));
    }

    @Test
    @Timeout(300)
    void ofTwoFaultsAtOnceEachErrorEndsAtItsOwn() throws Exception {
        var pairs = 0;
        var errors = 0;
        try (var gateway = start()) {
            for (var first : NARROW) {
                for (var second : NARROW.subList(NARROW.indexOf(first) + 1, NARROW.size())) {
                    var before = heard.size();
                    var ofAlice = inject(gateway, kind(first), "alice");
                    var ofBob = inject(gateway, kind(second), "bob");
                    visit(gateway, "alice");
                    visit(gateway, "bob");
                    stop(gateway, ofAlice);
                    stop(gateway, ofBob);
                    pairs++;
                    errors += check(gateway, before, Set.of(ofAlice.id(), ofBob.id())).injected();
                    assertOwn(before, Map.of("alice", ofAlice.id(), "bob", ofBob.id()));
                }
            }
        }
        System.out.printf("%d pairs of faults, %d errors, each at its own%n", pairs, errors);
    }

    private void assertOwn(int before, Map<String, String> faults) {
        var met = new HashMap<String, Integer>();
        for (var error : errorsSince(before)) {
            for (var fault : error.faults()) {
                var id = Ids.faultText(fault);
                met.merge(id, 1, Integer::sum);
                if (error.user() != null) {
                    assertThat(id).as("%s", error).isEqualTo(faults.get(error.user()));
                }
            }
        }
        assertThat(met.keySet()).containsExactlyInAnyOrderElementsOf(faults.values());
    }

    /** Asks of each error since then why it happened. */
    private Count check(RunningGateway gateway, int before, Set<String> faults) {
        var injected = 0;
        var genuine = 0;
        for (var error : errorsSince(before)) {
            var path = "/api/v1/events/" + Ids.eventText(error.id()) + "/why";
            var body = Admin.send(gateway, HttpRequest.newBuilder(), path).body();
            var ends = faultsAmong(JSON.readValue(body, Why.class));
            if (error.faults().isEmpty()) {
                genuine++;
                assertThat(ends).as("%s: %s", error, body).isEmpty();
            } else {
                injected++;
                assertThat(ends)
                        .as("%s: %s", error, body)
                        .singleElement()
                        .satisfies(end -> assertThat(faults).contains(end))
                        .isEqualTo(Ids.faultText(error.faults().getFirst()));
                assertThat(error.faults()).hasSize(1);
            }
        }
        return new Count(injected, genuine);
    }

    private List<Occurrence> errorsSince(int before) {
        return heard.stream().skip(before).filter(event -> isAskedAbout(event.fact())).toList();
    }

    /** Errors, and ends that people ask about as well. */
    private static boolean isAskedAbout(Fact fact) {
        return Symptom.isError(fact)
                || fact instanceof ConnectionFact.Closed
                || fact instanceof MessageFact.Abandoned;
    }

    /** The injected faults among the roots; where one is a root there is no other kind of root. */
    private static List<String> faultsAmong(Why why) {
        var faults =
                why.events().stream()
                        .filter(event -> why.roots().contains(event.id()))
                        .filter(event -> event.type().equals("fault.started"))
                        .map(event -> Data.text(event, "fault"))
                        .toList();
        if (!faults.isEmpty()) {
            assertThat(why.roots()).hasSameSizeAs(faults);
            assertThat(why.complete()).isTrue();
        }
        return faults;
    }

    private RunningGateway start() throws Exception {
        var config =
                GatewayConfig.builder()
                        .tokens(new TokenRules(new TokenRules.Keys.OfSecret(SECRET), null, null))
                        .timeouts(
                                new GatewayConfig.Timeouts(
                                        Duration.ofSeconds(30),
                                        Duration.ofSeconds(5),
                                        Duration.ofMillis(300),
                                        Duration.ZERO))
                        .database(
                                new DatabaseConfig(
                                        DatabaseConfig.inMemory(UUID.randomUUID()),
                                        4,
                                        Duration.ofMillis(300),
                                        Duration.ofSeconds(10)))
                        .handler(
                                "quote",
                                _ -> {
                                    throw new IllegalStateException("no fault's doing");
                                })
                        .observer(heard::add);
        return RunningGateway.start(config);
    }

    private static FaultKindInfo kind(String name) {
        return Catalogue.usual().infos().stream()
                .filter(one -> one.kind().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private FaultInfo inject(RunningGateway gateway, FaultKindInfo kind, @Nullable String user) {
        var before = heard.size();
        var type = kind.scopes().contains("type") ? "chat" : null;
        var request =
                new FaultRequest(
                        kind.kind(),
                        parametersOf(kind),
                        new FaultScope(null, user, null, user == null ? null : type),
                        "PT2M",
                        null,
                        1L,
                        null,
                        "precision");
        var body = HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(request));
        var answer =
                Admin.send(gateway, HttpRequest.newBuilder().POST(body), "/api/v1/faults").body();
        var fault = JSON.readValue(answer, FaultInfo.class);
        assertThat(fault.id()).as(answer).isNotNull();
        if (kind.group().equals("startup") && !kind.scopes().contains("user")) {
            within(() ->
                    heard.stream()
                            .skip(before)
                            .anyMatch(event -> event.fact() instanceof FaultFact.Hit));
        }
        return fault;
    }

    /** Soon, and so that nothing makes up for it. */
    private static Map<String, Object> parametersOf(FaultKindInfo kind) {
        var values = new HashMap<String, Object>();
        for (var parameter : kind.parameters()) {
            switch (parameter.name()) {
                case "component" -> values.put("component", "agent_supervisor");
                case "delay_ms" -> values.put("delay_ms", 20);
                case "after_ms" -> values.put("after_ms", 0);
                default -> {}
            }
        }
        return values;
    }

    private static void stop(RunningGateway gateway, FaultInfo fault) {
        var answer =
                Admin.send(
                        gateway, HttpRequest.newBuilder().DELETE(), "/api/v1/faults/" + fault.id());
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    /** Somebody comes, says what it has to say, and leaves, whatever is done to it. */
    private void visit(RunningGateway gateway, String user) {
        var before = heard.size();
        var header = "Bearer " + tokens.issue(user, Duration.ofMinutes(5));
        try (var client = connect(gateway, header)) {
            var own = connectionSince(before);
            within(() -> has(own, PrecisionTest::isWelcome) || isOver(own));
            MESSAGES.forEach(client::send);
            within(() -> count(own, PrecisionTest::isOutcome) >= MESSAGES.size() || isOver(own));
        } catch (CompletionException e) {
            // It was not let in, or not let finish.
        }
        within(() -> isOver(connectionSince(before)));
    }

    /** Somebody comes whose token is wrong, which is nobody's fault but its own. */
    private void stranger(RunningGateway gateway) {
        var before = heard.size();
        try (var _ = connect(gateway, "Bearer no.good.token")) {
            within(() -> isOver(connectionSince(before)));
        } catch (CompletionException e) {
            // It was not let in.
        }
        within(() -> isOver(connectionSince(before)));
    }

    private static Client connect(RunningGateway gateway, String authorization) {
        return Client.connect(
                gateway.http(),
                gateway.gateway().clientUri(),
                Map.of("Authorization", authorization));
    }

    private Connection connectionSince(int before) {
        var opened = new ArrayList<Connection>();
        within(() -> {
            heard.stream()
                    .skip(before)
                    .filter(event -> event.fact() instanceof ConnectionFact.Opened)
                    .map(Occurrence::connection)
                    .forEach(opened::add);
            return !opened.isEmpty();
        });
        return opened.getFirst();
    }

    private boolean isOver(Connection connection) {
        return has(connection, event -> event.fact() instanceof ConnectionFact.Closed);
    }

    private boolean has(Connection connection, Predicate<Occurrence> which) {
        return count(connection, which) > 0;
    }

    private long count(Connection connection, Predicate<Occurrence> which) {
        return heard.stream()
                .filter(event -> event.connection() == connection && which.test(event))
                .count();
    }

    private static boolean isWelcome(Occurrence event) {
        return event.fact() instanceof MessageFact.Sent sent
                && sent.kind().equals("connection_established");
    }

    private static boolean isOutcome(Occurrence event) {
        return switch (event.fact()) {
            case MessageFact.Routed _,
                    MessageFact.Refused _,
                    MessageFact.Failed _,
                    MessageFact.Misdelivered _,
                    MessageFact.Abandoned _ ->
                    true;
            default -> false;
        };
    }

    /** Returns when it holds, or when the patience is over: some faults keep it from happening. */
    private static void within(BooleanSupplier holds) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
        }
    }
}
