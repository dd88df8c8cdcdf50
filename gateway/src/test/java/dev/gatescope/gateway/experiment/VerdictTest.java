package dev.gatescope.gateway.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatescope.gateway.experiment.FlowResult.Held;
import dev.gatescope.gateway.experiment.FlowResult.Latency;
import dev.gatescope.gateway.experiment.Verdict.Word;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class VerdictTest {
    @Test
    void targetsThatAreMetAndADifferenceThatIsNoAccidentPass() {
        var verdict = verdict(flow(100, 100, 1_000, 1_000), connection(100, 0, 15));

        assertThat(verdict.word()).isEqualTo(Word.PASS);
        assertThat(verdict.clientsNeeded()).isEmpty();
        assertThat(verdict.reasons().toString())
                .contains("15 of 100 scripts succeed only with fixed", "p < 0.0001");
    }

    @Test
    void flowsThatDoTheSamePass() {
        assertThat(verdict(flow(100, 100, 1_000, 1_000), connection(100, 0, 0)).word())
                .isEqualTo(Word.PASS);
    }

    @Test
    void targetsAreHeldAgainstTheRatesThemselves() {
        assertThat(verdict(flow(99, 100, 1_000, 1_000), connection(100, 0, 15)).word())
                .isEqualTo(Word.PASS);
        assertThat(verdict(flow(98, 100, 1_000, 1_000), connection(100, 0, 15)).reasons())
                .containsExactly("The connection success of fixed is 98.0 %, below 99.0 %.");
        assertThat(verdict(flow(100, 100, 994, 1_000), connection(100, 0, 15)).word())
                .isEqualTo(Word.FAIL);
    }

    @Test
    void aDifferenceThatCouldBeAnAccidentIsInconclusiveAndSaysHowManyClientsWouldSettleIt() {
        var verdict = verdict(flow(100, 100, 1_000, 1_000), connection(20, 0, 3));

        assertThat(verdict.word()).isEqualTo(Word.INCONCLUSIVE);
        assertThat(verdict.clientsNeeded()).hasValue(300);
        assertThat(verdict.reasons().getLast()).isEqualTo("About 300 clients would settle it.");
    }

    @Test
    void aLastFlowThatIsWorseFails() {
        assertThat(verdict(flow(100, 100, 1_000, 1_000), connection(100, 30, 0)).word())
                .isEqualTo(Word.FAIL);
    }

    @Test
    void whereNothingWasTriedNothingIsConcluded() {
        assertThat(verdict(flow(0, 0, 0, 0), connection(0, 0, 0)).word())
                .isEqualTo(Word.INCONCLUSIVE);
    }

    @Test
    void aMismatchFailsWhateverTheRates() {
        var mismatch = "fixed, messages answered: clients saw 1, the gateway counted 2.";
        var verdict = Verdict.of(List.of(flow(1, 1, 1, 1)), List.of(), List.of(mismatch));

        assertThat(verdict.word()).isEqualTo(Word.FAIL);
        assertThat(verdict.reasons()).containsExactly(mismatch);
    }

    private static Verdict verdict(FlowResult fixed, Comparison comparison) {
        return Verdict.of(List.of(fixed), List.of(comparison), List.of());
    }

    private static Comparison connection(int count, int onlyFirst, int onlyOther) {
        var p = new Pairs(count, onlyFirst, onlyOther).pValue();
        return new Comparison(
                "legacy",
                "fixed",
                Comparison.CONNECTION,
                count,
                onlyFirst,
                onlyOther,
                p,
                p <= Verdict.ALPHA,
                onlyOther > onlyFirst
                        ? Comparison.BETTER
                        : onlyOther == onlyFirst ? Comparison.SAME : Comparison.WORSE,
                true,
                null);
    }

    private static FlowResult flow(int ready, int tried, int routed, int messages) {
        return new FlowResult(
                "fixed",
                "fixed",
                100,
                ready,
                0,
                0,
                tried - ready,
                routed,
                0,
                0,
                messages - routed,
                new Rate(ready, tried),
                new Rate(routed, messages),
                100,
                0,
                0,
                Map.of(),
                0.0,
                new Latency(null, null, null),
                0,
                List.of(new Held(0, 0, 0, 0)),
                List.of(),
                List.of(),
                List.of());
    }
}
