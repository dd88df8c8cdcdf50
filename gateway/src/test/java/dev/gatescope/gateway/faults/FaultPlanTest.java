package dev.gatescope.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.FaultFact;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.gateway.metrics.FigureView;
import dev.gatescope.gateway.metrics.Figures;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.gateway.sessions.SessionFactory;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.startup.Startup;
import dev.gatescope.gateway.startup.StartupGate;
import dev.gatescope.shared.admin.FaultInfo;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultRequest.StopWhen;
import dev.gatescope.shared.admin.FaultScope;
import dev.gatescope.shared.protocol.ErrorCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The rails of faults, on a clock that only the test moves. */
class FaultPlanTest {
    private final ManualTime time = new ManualTime();
    private final List<Occurrence> heard = new ArrayList<>();
    private final Figures figures = new Figures(time);
    private final LifecycleHub hub =
            new LifecycleHub(time, new EventNumbers(), List.of(heard::add, figures));
    private final StartupGate gate = new StartupGate(hub);
    private final Sequence numbers = Sequence.ofConnections(time);
    private final Connections connections = new Connections(numbers, time, false);
    private final Figures.Sources sources =
            new Figures.Sources(connections, gate, () -> "fixed", "development", () -> 0);
    private final Database database =
            new Database(DatabaseConfig.of(DatabaseConfig.inMemory(UUID.randomUUID())));
    private final FaultPlan plan =
            new FaultPlan(
                    new FaultPlan.Setting(
                            true,
                            hub,
                            Sequence.ofFaults(time),
                            numbers::latest,
                            () -> figures.snapshot(sources, FigureView.ALL),
                            time,
                            time::nanos,
                            time),
                    Catalogue.usual(),
                    () ->
                            new Surroundings(
                                    hub,
                                    gate,
                                    new ComponentOutages(
                                            new Startup(
                                                    gate, Map.of(ComponentName.ROUTER, () -> {}))),
                                    FaultPlanTest::noRouter,
                                    new SessionFactory(database, Duration.ofSeconds(1), hub),
                                    database,
                                    new ShiftableClock(Clock.systemUTC()),
                                    List::of));

    private static MessageRouter noRouter() {
        throw new IllegalStateException("nobody asks for it here");
    }

    private static FaultRequest request(
            @Nullable FaultScope scope, @Nullable String lease, @Nullable StopWhen stopWhen) {
        return new FaultRequest(
                "handler-throwing", Map.of(), scope, "PT1M", lease, 7L, stopWhen, "test");
    }

    private FaultInfo inject(FaultRequest request) throws Exception {
        return plan.accept(request, List.of()).begin("ann", LifecycleHub.NONE);
    }

    private FaultInfo only() {
        return plan.list().getFirst();
    }

    @Test
    void oneEndsWhenItsDurationIsOver() throws Exception {
        inject(request(null, null, null));
        time.advance(Duration.ofMillis(59_999));
        assertThat(only().state()).isEqualTo(FaultInfo.ACTIVE);

        time.advance(Duration.ofMillis(1));

        assertThat(only().state()).isEqualTo(FaultInfo.EXPIRED);
        assertThat(only().ended()).isEqualTo("its duration is over");
        assertThat(plan.activeCount()).isZero();
        assertThat(plan.acting().isEmpty()).isTrue();
        assertThat(heard).anyMatch(one -> one.fact() instanceof FaultFact.Ended);
        assertThat(time.pending()).isZero();
    }

    @Test
    void oneEndsWhenItsLeaseIsNotRenewed() throws Exception {
        var fault = inject(request(null, "PT10S", null));
        for (var i = 0; i < 4; i++) {
            time.advance(Duration.ofSeconds(9));
            assertThat(plan.renew(Ids.fault(fault.id()).orElseThrow())).isPresent();
        }
        assertThat(only().state()).isEqualTo(FaultInfo.ACTIVE);

        time.advance(Duration.ofSeconds(10));

        assertThat(only().state()).isEqualTo(FaultInfo.EXPIRED);
        assertThat(only().ended()).isEqualTo("its lease was not renewed");
    }

    @Test
    void noRenewalOutlivesTheDuration() throws Exception {
        var fault = inject(request(null, "PT10S", null));
        for (var i = 0; i < 6; i++) {
            time.advance(Duration.ofSeconds(9));
            plan.renew(Ids.fault(fault.id()).orElseThrow());
        }

        time.advance(Duration.ofSeconds(6));

        assertThat(only().ended()).isEqualTo("its duration is over");
    }

    @Test
    void oneEndsWithinASecondOfItsConditionBeingReached() throws Exception {
        inject(request(null, null, new StopWhen("routing_success", 0.5, null)));
        time.advance(Duration.ofSeconds(5));
        assertThat(only().state()).isEqualTo(FaultInfo.ACTIVE);
        hub.report(
                null,
                LifecycleHub.NONE,
                new MessageFact.Failed("chat", ErrorCode.HANDLER_FAILED, 1, null));

        time.advance(Duration.ofSeconds(1));

        assertThat(only().state()).isEqualTo(FaultInfo.STOPPED);
        assertThat(only().ended()).isEqualTo("routing_success fell below 0.5, to 0.0");
    }

    @Test
    void afterAllWereStoppedNoneBegins() {
        plan.stopAll("ann", LifecycleHub.NONE);

        assertThatThrownBy(() -> inject(request(null, null, null)))
                .isInstanceOfSatisfying(
                        FaultRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(FaultRefused.Why.BLOCKED));
    }

    @Test
    void whatWasDoneIsUndoneInReverseAndWhatComesLaterAtOnce() throws Exception {
        var fault = fault(request(null, null, null));
        var undone = new ArrayList<String>();
        fault.whenEnded(() -> undone.add("first"));
        fault.whenEnded(() -> {
            throw new IllegalStateException("cannot be undone");
        });
        fault.whenEnded(() -> undone.add("second"));
        fault.after(Duration.ofSeconds(1), () -> undone.add("too late"));

        fault.end("test");
        fault.whenEnded(() -> undone.add("later"));
        time.advance(Duration.ofSeconds(1));

        assertThat(undone).containsExactly("second", "first", "later");
        assertThat(fault.ended()).isCompletedWithValue("test");
    }

    @Test
    void aThousandConnectionsAreTouchedAndTheOthersSpared() throws Exception {
        var fault = fault(request(null, null, null));
        var all = IntStream.range(0, 1_010).mapToObj(_ -> connection(null)).toList();

        assertThat(all.stream().filter(fault::takes)).hasSize(ActiveFault.MOST_CONNECTIONS);
        assertThat(fault.spared()).isEqualTo(10);
        assertThat(fault.connections()).isEqualTo(ActiveFault.MOST_CONNECTIONS);
        assertThat(all.stream().limit(10)).allMatch(fault::takes);
    }

    @Test
    void theSameSeedChoosesTheSameConnectionsOfTheSameOrder() throws Exception {
        var scope = new FaultScope(30.0, null, null, null);
        var first = chosen(fault(request(scope, null, null)));
        var second = chosen(fault(request(scope, null, null)));

        assertThat(first).isEqualTo(second);
        assertThat(first.stream().filter(taken -> taken).count()).isBetween(200L, 400L);
    }

    private List<Boolean> chosen(ActiveFault fault) {
        return IntStream.range(0, 1_000)
                .mapToObj(_ -> connection(null))
                .map(one -> fault.takes(one) && fault.takes(one))
                .toList();
    }

    @Test
    void onlyWhatIsInItsScopeIsTouched() throws Exception {
        var alice = connection("alice");
        var bob = connection("bob");

        var ofUser = fault(request(new FaultScope(null, "alice", null, null), null, null));
        assertThat(ofUser.takes(alice)).isTrue();
        assertThat(ofUser.takes(bob)).isFalse();
        assertThat(ofUser.takesAs(bob, "alice")).isTrue();
        var ofOne = fault(request(new FaultScope(null, null, bob.id(), null), null, null));
        assertThat(ofOne.takesMessage(alice, "chat")).isFalse();
        assertThat(ofOne.takesMessage(bob, "chat")).isTrue();
        var ofType = fault(request(new FaultScope(null, null, null, "chat"), null, null));
        assertThat(ofType.takesMessage(alice, "ping")).isFalse();
        assertThat(ofType.takesMessage(alice, "chat")).isTrue();
        ofType.end("test");
        assertThat(ofType.takesMessage(alice, "chat")).isFalse();
    }

    private Connection connection(@Nullable String user) {
        var connection = connections.open(new Origin("127.0.0.1:1", null, false));
        if (user != null) {
            connection.authenticatedAs(user, "header");
        }
        return connection;
    }

    private ActiveFault fault(FaultRequest request) throws InvalidFault {
        var injection = Injection.of(request, List.of(), Catalogue.usual());
        return new ActiveFault(1, injection, hub, time, LifecycleHub.NONE, numbers.latest());
    }

    @Test
    void closingEndsAllForGood() throws Exception {
        for (var i = 0; i < 5; i++) {
            inject(request(null, null, null));
        }

        plan.close();
        plan.allow();

        assertThat(plan.activeCount()).isZero();
        assertThat(plan.isAllowed()).isFalse();
        assertThat(plan.list()).extracting(FaultInfo::state).containsOnly(FaultInfo.STOPPED);
    }

    @Test
    void thoseThatAreOverAreListedForAWhileOnly() throws Exception {
        for (var i = 0; i < FaultPlan.OVER_KEPT + 5; i++) {
            inject(request(null, null, null));
            time.advance(Duration.ofMinutes(1));
        }

        assertThat(plan.list()).hasSize(FaultPlan.OVER_KEPT);
    }
}
