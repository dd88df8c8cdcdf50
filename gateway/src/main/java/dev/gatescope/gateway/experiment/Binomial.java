package dev.gatescope.gateway.experiment;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/** Tails of the binomial distribution. */
final class Binomial {
    private Binomial() {}

    /** The chance of at least {@code least} successes in {@code trials}. */
    static double atLeast(int least, int trials, double chance) {
        return least <= 0
                ? 1
                : 1 - new BinomialDistribution(trials, chance).cumulativeProbability(least - 1);
    }
}
