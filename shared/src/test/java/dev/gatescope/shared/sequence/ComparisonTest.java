package dev.gatescope.shared.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.gatescope.shared.sequence.Comparison.Pair;

import org.junit.jupiter.api.Test;

import java.util.Objects;

class ComparisonTest {
    @Test
    void equalLivesNeverPartWhateverTheirTimes() {
        var slow = Story.fixed().pause(500).chat().diagram();
        var comparison = Comparison.of(Story.fixed().chat().diagram(), slow);

        assertThat(comparison.divergence()).isNull();
        assertThat(comparison.pairs()).hasSameSizeAs(slow.rows());
    }

    @Test
    void theFirstDifferenceIsSaidInWords() {
        var comparison =
                Comparison.of(Story.fixed().diagram(), Story.legacy().closedByClient().diagram());
        var divergence = requireNonNull(comparison.divergence());

        assertThat(divergence.pair()).isEqualTo(1);
        assertThat(divergence.words())
                .isEqualTo(
                        "They part here: conn_00000000000a has “accept with jwt-auth” at +1 ms,"
                                + " conn_00000000000a lacks “accept” (comes later).");
    }

    @Test
    void aStepOutOfOrderSharesNoLineWithTheSameInItsTurn() {
        var pairs =
                Comparison.of(Story.fixed().diagram(), Story.legacy().diagram()).pairs().stream()
                        .filter(Pair::equal)
                        .map(pair -> requireNonNull(pair.left()).key())
                        .toList();

        assertThat(pairs)
                .startsWith("connection.opened", "connection.authenticated")
                .doesNotContain("connection.accepted");
    }

    @Test
    void bothSidesKeepAllTheirRowsInOrder() {
        var left = Story.fixed().chat().ping().diagram();
        var right = Story.legacy().diagram();
        var pairs = Comparison.of(left, right).pairs();

        assertThat(pairs.stream().map(Pair::left).filter(Objects::nonNull))
                .containsExactlyElementsOf(left.rows());
        assertThat(pairs.stream().map(Pair::right).filter(Objects::nonNull))
                .containsExactlyElementsOf(right.rows());
    }

    @Test
    void rowsThatBothHaveShareALineAgain() {
        var right = Story.fixed().ping().chat().diagram();
        var pairs = Comparison.of(Story.fixed().chat().diagram(), right).pairs();

        assertThat(pairs.getLast().equal()).isTrue();
        assertThat(pairs).anyMatch(pair -> pair.left() == null);
    }

    @Test
    void theOneThatHasNothingThereYetIsSaidSo() {
        var divergence =
                requireNonNull(
                        Comparison.of(
                                        Story.fixed().ping().diagram(),
                                        Story.fixed().ping().ping().diagram())
                                .divergence());

        assertThat(divergence.words()).contains("has nothing here so far").contains("“ping ×1”");
    }
}
