package dev.gatescope.gateway.experiment;

import org.hipparchus.stat.inference.AlternativeHypothesis;
import org.hipparchus.stat.inference.BinomialTest;

import java.util.OptionalInt;

/**
 * The same scripts in two flows, each judged as succeeded or not in both. Only pairs on which the
 * flows disagree say anything about a difference; McNemar's exact test asks whether they could as
 * well have been dealt out by tossing a coin.
 *
 * @param count all pairs
 * @param onlyFirst pairs that only the first flow got right
 * @param onlySecond pairs that only the second flow got right
 */
record Pairs(int count, int onlyFirst, int onlySecond) {
    private static final double POWER = 0.9;
    private static final int MOST_DISCORDANT = 20_000;

    /** Pairs that the flows disagree on. */
    int discordant() {
        return onlyFirst + onlySecond;
    }

    /** McNemar's exact two-sided p-value; 1 where no pair is discordant. */
    double pValue() {
        return pValue(onlyFirst, discordant());
    }

    private static double pValue(int onlyFirst, int discordant) {
        return discordant == 0
                ? 1
                : new BinomialTest()
                        .binomialTest(discordant, onlyFirst, 0.5, AlternativeHypothesis.TWO_SIDED);
    }

    /**
     * How many pairs it takes to show the difference that was seen, with a chance of 90 %, if flows
     * disagree as often and as one-sidedly as here; none where no number would.
     *
     * @param alpha the error of the first kind that is accepted
     */
    OptionalInt needed(double alpha) {
        if (discordant() == 0 || onlyFirst == onlySecond) {
            return OptionalInt.empty();
        }
        var oneSided = Math.max(onlyFirst, onlySecond) / (double) discordant();
        for (var m = 1; m <= MOST_DISCORDANT; m = next(m)) {
            if (power(m, oneSided, alpha) >= POWER) {
                return OptionalInt.of((int) Math.ceil(m * (double) count / discordant()));
            }
        }
        return OptionalInt.empty();
    }

    /** Every number while they are small, then steps of one in twenty. */
    private static int next(int m) {
        return m + Math.max(1, m / 20);
    }

    /** The chance that so many discordant pairs, one-sided by so much, are significant. */
    private static double power(int discordant, double oneSided, double alpha) {
        var least = leastSignificant(discordant, alpha);
        return least > discordant
                ? 0
                : Binomial.atLeast(least, discordant, oneSided)
                        + Binomial.atLeast(least, discordant, 1 - oneSided);
    }

    private static int leastSignificant(int discordant, double alpha) {
        var least = discordant + 1;
        while (least - 1 > discordant / 2
                && 2 * Binomial.atLeast(least - 1, discordant, 0.5) <= alpha) {
            least--;
        }
        return least;
    }
}
