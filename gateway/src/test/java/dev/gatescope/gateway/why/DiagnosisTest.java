package dev.gatescope.gateway.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatescope.gateway.journal.EventJournal;
import dev.gatescope.gateway.lifecycle.Causes;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.EventRing;
import dev.gatescope.gateway.lifecycle.FaultFact;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.Holding;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.OperationFact;
import dev.gatescope.gateway.lifecycle.Origin;
import dev.gatescope.gateway.lifecycle.Place;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.gateway.lifecycle.SessionFact;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.DatabaseConfig;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.protocol.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Errors as problems, and what was active meanwhile, on a gateway of facts alone. */
class DiagnosisTest {
    private static final long NONE = LifecycleHub.NONE;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-03-01T14:02:00Z"));
    private final InstantSource clock = now::get;
    private final EventRing ring = new EventRing(1 << 14);
    private final LifecycleHub hub = new LifecycleHub(clock, new EventNumbers(), List.of(ring));
    private final Connections connections =
            new Connections(Sequence.ofConnections(clock), clock, false);
    private final Diagnosis diagnosis = new Diagnosis(ring, hub, clock);
    private final EventJournal unopened =
            new EventJournal(
                    new Database(DatabaseConfig.of(DatabaseConfig.inMemory(UUID.randomUUID()))),
                    ring,
                    hub,
                    clock);

    @BeforeEach
    void start() {
        diagnosis.start();
    }

    @AfterEach
    void close() {
        diagnosis.close();
    }

    @Test
    void putsErrorsOfOneRootAndSymptomTogether() {
        var lacks = hub.report(null, NONE, property("dependencies", "has no startup gate"));
        for (var user : List.of("alice", "bob", "alice")) {
            failed(connection(user, false), lacks);
        }

        assertThat(diagnosis.problems(true))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.sentence())
                            .isEqualTo(
                                    "3 failed messages, 2 users, since 14:02 UTC: flow `legacy` has"
                                            + " no startup gate");
                    assertThat(problem.symptom()).isEqualTo("message.failed NO_HANDLER");
                    assertThat(problem.count()).isEqualTo(3);
                    assertThat(problem.users()).isEqualTo(2);
                    assertThat(problem.connections()).isEqualTo(3);
                    assertThat(problem.side()).isEqualTo("gateway");
                    assertThat(problem.what())
                            .isEqualTo("The connection has no handler for its messages.");
                    assertThat(problem.todo()).contains("fix");
                    assertThat(problem.fault()).isNull();
                });
    }

    @Test
    void tellsProblemsOfDifferentRootsAndSymptomsApart() {
        var lacks = hub.report(null, NONE, property("dependencies", "has no startup gate"));
        var fault = hub.report(null, NONE, started(7, "handler-vanishes"));
        var alice = connection("alice", false);
        failed(alice, lacks);
        failed(alice, hub.report(alice, fault, new FaultFact.Hit(7, "handler-vanishes", "", true)));
        hub.report(alice, lacks, new HandlerFact.Leaked(new Holding(Place.UNKNOWN, NONE, 0)));

        assertThat(diagnosis.problems(true))
                .extracting(ProblemInfo::symptom, ProblemInfo::side, ProblemInfo::fault)
                .containsExactlyInAnyOrder(
                        tuple("message.failed NO_HANDLER", "gateway", null),
                        tuple("message.failed NO_HANDLER", "fault", "fault_000000000007"),
                        tuple("handler.leaked", "gateway", null));
    }

    @Test
    void risesIsSteadyAndIsOver() {
        var lacks = hub.report(null, NONE, property("handlers", "never removes a handler"));
        var alice = connection("alice", false);
        IntStream.range(0, 10).forEach(_ -> failed(alice, lacks));
        assertThat(only().trend()).isEqualTo(ProblemInfo.RISING);
        assertThat(only().perMinute()).isEqualTo(10);

        now.updateAndGet(before -> before.plus(Duration.ofSeconds(60)));
        IntStream.range(0, 10).forEach(_ -> failed(alice, lacks));
        assertThat(only().trend()).isEqualTo(ProblemInfo.STEADY);

        now.updateAndGet(before -> before.plus(Duration.ofSeconds(60)));
        assertThat(only().trend()).isEqualTo(ProblemInfo.OVER);
        assertThat(only().perMinute()).isZero();
        assertThat(only().count()).isEqualTo(20);
    }

    @Test
    void leavesDemoTrafficOutWhereThatIsWanted() {
        var lacks = hub.report(null, NONE, property("handlers", "never removes a handler"));
        failed(connection("alice", true), lacks);

        assertThat(diagnosis.problems(true)).hasSize(1);
        assertThat(diagnosis.problems(false)).isEmpty();
    }

    @Test
    void keepsNoMoreProblemsThanAPersonCouldRead() {
        var alice = connection("alice", false);
        for (var i = 0; i < 2 * ProblemBook.MOST; i++) {
            hub.report(alice, NONE, new SessionFact.ScopeFailed(1, "reason" + i, trouble()));
        }

        assertThat(diagnosis.problems(true)).hasSize(ProblemBook.MOST);
    }

    @Test
    void callsWhatActsOnTheWholeGatewayActiveMeanwhileAndNoRoot() {
        var answers = diagnosis.answers(connections, unopened, "event-flood"::equals);
        var alice = connection("alice", false);
        hub.report(null, NONE, started(1, "event-flood"));
        hub.report(null, NONE, started(2, "handler-slow"));
        var during = failed(alice, NONE);
        hub.report(null, NONE, new FaultFact.Ended(1, "event-flood", "expired", "time is up", 0));
        var after = failed(alice, NONE);

        var why = answers.why(during).orElseThrow();
        assertThat(why.meanwhile()).containsExactly("event-flood fault_000000000001");
        assertThat(why.roots()).isEmpty();
        assertThat(why.complete()).isFalse();
        assertThat(answers.why(after).orElseThrow().meanwhile()).isEmpty();
    }

    @Test
    void explainsASingleMessageThatWentWell() {
        var answers = diagnosis.answers(connections, unopened, _ -> false);
        var alice = connection("alice", false);
        var received = hub.report(alice, NONE, new MessageFact.Received("chat", 2));

        var why = answers.why(received).orElseThrow();

        assertThat(why.steps()).singleElement().extracting("root").isEqualTo("client");
        assertThat(answers.why(received + 1)).isEmpty();
    }

    private ProblemInfo only() {
        var problems = diagnosis.problems(true);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private Connection connection(String user, boolean demo) {
        var connection = connections.open(new Origin("127.0.0.1:1", null, demo));
        connection.authenticatedAs(user, "header");
        return connection;
    }

    private long failed(Connection about, long because) {
        var received = hub.report(about, NONE, new MessageFact.Received("chat", 2));
        return hub.report(
                about,
                Causes.of(because, received),
                new MessageFact.Failed("chat", ErrorCode.NO_HANDLER, 1, null));
    }

    private static OperationFact.FlowProperty property(String property, String what) {
        return new OperationFact.FlowProperty("legacy", property, what);
    }

    private static FaultFact.Started started(long fault, String kind) {
        return new FaultFact.Started(fault, kind, "it breaks", "ann", "a test");
    }

    private static Throwable trouble() {
        return new IllegalStateException("on purpose");
    }
}
