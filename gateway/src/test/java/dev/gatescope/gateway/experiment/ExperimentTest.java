package dev.gatescope.gateway.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.experiment.ExperimentResult.Check;
import dev.gatescope.gateway.experiment.Verdict.Word;
import dev.gatescope.gateway.scenario.Scenarios;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Whole experiments over real sockets: counts are exact, and the same each time. */
@Timeout(120)
class ExperimentTest {
    private static final boolean FULL = Boolean.getBoolean("gatescope.full");

    static List<String> shipped() {
        return Scenarios.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theFixedFlowKeepsWhatItOwesInEveryScenario(String scenario) throws Exception {
        var result = run(scenario, "legacy,fixed", 40, 1);

        assertThat(result.checks()).isNotEmpty().allMatch(Check::agrees);
        var fixed = result.flows().getLast();
        assertThat(fixed.owedKept()).as(fixed.scripts().toString()).isEqualTo(40);
        assertThat(fixed.handlersLeft()).isZero();
        assertThat(fixed.sessionsLeaked()).isZero();
        assertThat(fixed.errors()).isEmpty();
        assertThat(result.verdict().word()).isNotEqualTo(Word.FAIL);
    }

    @Test
    void theMixOfTheIncidentGivesTheClaimedRatesExactly() throws Exception {
        var legacy = run("staging-incident", "legacy,fixed", 100, 3).flows().getFirst();

        assertThat(legacy.connection()).isEqualTo(new Rate(85, 100));
        assertThat(legacy.routing()).isEqualTo(new Rate(774, 860));
        assertThat(legacy.handlersLeft()).isEqualTo(90);
        assertThat(legacy.sessionsLeaked()).isEqualTo(9);
        assertThat(legacy.errors())
                .containsAllEntriesOf(
                        Map.of(
                                "connection.closed", 15,
                                "connection.wrong_state", 10,
                                "registration.failed missing_dependency", 5,
                                "message.failed NO_HANDLER", 10,
                                "message.failed HANDLER_FAILED", 76,
                                "session.scope_failed", 76,
                                "session.leaked", 9));
    }

    @Test
    void theSameSeedGivesTheSameOutcomeOfEveryScript() throws Exception {
        var once = run("staging-incident", "legacy,fixed", 40, 7);
        var again = run("staging-incident", "legacy,fixed", 40, 7);

        for (var i = 0; i < 2; i++) {
            var first = once.flows().get(i);
            var second = again.flows().get(i);
            assertThat(second.scripts()).isEqualTo(first.scripts());
            assertThat(second.errors()).isEqualTo(first.errors());
            assertThat(second.connection()).isEqualTo(first.connection());
            assertThat(second.routing()).isEqualTo(first.routing());
            assertThat(second.owedKept()).isEqualTo(first.owedKept());
            assertThat(second.handlersLeft()).isEqualTo(first.handlersLeft());
            assertThat(second.sessionsLeaked()).isEqualTo(first.sessionsLeaked());
        }
        assertThat(again.verdict()).isEqualTo(once.verdict());
    }

    @Test
    @Timeout(900)
    void noSeedTurnsTheDirectionRound() throws Exception {
        for (var seed = 100; seed < (FULL ? 120 : 102); seed++) {
            var result = run("staging-incident", "legacy,fixed", 60, seed);

            assertThat(result.verdict().word()).isEqualTo(Word.PASS);
            assertThat(result.comparisons())
                    .filteredOn(Comparison::decides)
                    .allMatch(each -> each.direction().equals(Comparison.BETTER));
        }
    }

    /** By chance it might in five of a hundred; as nothing is left to chance it never does. */
    @Test
    @Timeout(900)
    void aFlowDoesNotDifferFromItself() throws Exception {
        for (var seed = 0; seed < (FULL ? 100 : 2); seed++) {
            var result = run("staging-incident", "fixed,fixed", 20, seed);

            assertThat(result.flows())
                    .extracting(FlowResult::label)
                    .containsExactly("fixed", "fixed#2");
            assertThat(result.comparisons())
                    .filteredOn(Comparison::decides)
                    .isNotEmpty()
                    .allMatch(each -> each.isSame() && !each.significant());
            assertThat(result.verdict().word()).isEqualTo(Word.PASS);
        }
    }

    @Test
    void theFlowThatBrokeIsToldSo() throws Exception {
        var result = run("staging-incident", "fixed,legacy", 60, 1);

        assertThat(result.verdict().word()).isEqualTo(Word.FAIL);
        assertThat(result.verdict().reasons().getFirst())
                .isEqualTo("The connection success of legacy is 85.0 %, below 99.0 %.");
    }

    @Test
    void eachFixOfTheLadderBuysItsPart() throws Exception {
        var flows = run("staging-incident", "ladder", 40, 1).flows();

        assertThat(flows).hasSize(8);
        assertThat(flows.getFirst().label()).isEqualTo("legacy");
        assertThat(flows)
                .filteredOn(flow -> flow.label().endsWith("handlers"))
                .isNotEmpty()
                .allMatch(flow -> flow.handlersLeft() == 0);
        assertThat(flows)
                .filteredOn(flow -> flow.label().endsWith("sessions"))
                .isNotEmpty()
                .allMatch(flow -> flow.sessionsLeaked() == 0);
        assertThat(flows.getLast().owedKept()).isEqualTo(40);
    }

    @Test
    void handlersLeftAreAnExactFunctionOfTheConnects() throws Exception {
        for (var clients : List.of(1, 17, 50)) {
            var flows = run("handler-accumulation", "legacy,fixed", clients, 1).flows();

            assertThat(flows.getFirst().handlersLeft()).isEqualTo(clients);
            assertThat(flows.getLast().handlersLeft()).isZero();
        }
    }

    @Test
    void theReportsOwnTestsPassOnTheBrokenFlowExceptWhereTheyLook() throws Exception {
        var legacy = run("report-tests", "legacy,fixed", 30, 1).flows().getFirst();

        assertThat(legacy.groups()).allMatch(group -> group.owedKept() == 0);
        assertThat(legacy.groups()).allMatch(group -> group.naivePassed() == group.clients());
    }

    @Test
    void aConnectionOfEachFlowIsKeptToBeShown() throws Exception {
        var result = run("staging-incident", "legacy,fixed", 40, 1);

        assertThat(result.flows().getFirst().shown())
                .extracting(event -> event.type())
                .containsSubsequence(
                        "connection.authenticated",
                        "connection.accepted",
                        "registration.failed",
                        "message.failed",
                        "connection.closed");
        assertThat(result.flows().getLast().shown())
                .extracting(event -> event.type())
                .containsSubsequence(
                        "connection.accepted",
                        "connection.authenticated",
                        "connection.waiting",
                        "connection.ready",
                        "message.routed",
                        "handler.removed");
    }

    @Test
    void theListenerHearsOfEveryScriptOfEveryFlow() throws Exception {
        var readings = new ArrayList<Reading>();
        Experiment.run(plan("calm", "legacy,fixed", 10, 1), readings::add);

        for (var label : List.of("legacy", "fixed")) {
            assertThat(readings)
                    .filteredOn(reading -> reading.label().equals(label))
                    .extracting(Reading::done)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 10).boxed().toList());
        }
    }

    /** What is left of threads is looked at by the leak check of every class. */
    @Test
    void aRunThatIsInterruptedGivesEverythingBack() throws Exception {
        var underWay = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        var plan = plan("staging-incident", "legacy,fixed", 400, 1);
        var runner =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                Experiment.run(plan, _ -> underWay.countDown());
                            } catch (Exception e) {
                                thrown.set(e);
                            }
                        });
        underWay.await();
        runner.interrupt();
        runner.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    private static ExperimentResult run(String scenario, String flows, int clients, long seed)
            throws Exception {
        return Experiment.run(plan(scenario, flows, clients, seed), _ -> {});
    }

    private static ExperimentPlan plan(String scenario, String flows, int clients, long seed)
            throws Exception {
        return ExperimentPlan.of(Scenarios.open(scenario), flows, clients, seed);
    }
}
