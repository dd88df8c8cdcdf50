package dev.gatescope.gateway.experiment;

import org.hipparchus.stat.interval.BinomialProportion;
import org.jspecify.annotations.Nullable;

/**
 * How many of how many.
 *
 * @param successes from 0 to {@code attempts}
 */
public record Rate(int successes, int attempts) {
    private static final double CONFIDENCE = 0.95;

    /**
     * The bounds between which the true ratio lies with 95 % confidence, by Wilson's score, which
     * holds also near 0 and 1.
     */
    public record Interval(double low, double high) {}

    /** The ratio, from 0 to 1; none where there were no attempts. */
    public @Nullable Double ratio() {
        return attempts == 0 ? null : (double) successes / attempts;
    }

    /** Wilson's interval; none where there were no attempts. */
    public @Nullable Interval interval() {
        var ratio = ratio();
        if (ratio == null) {
            return null;
        }
        var wilson = BinomialProportion.getWilsonScoreInterval(attempts, ratio, CONFIDENCE);
        return new Interval(
                Math.clamp(wilson.getLowerBound(), 0, 1), Math.clamp(wilson.getUpperBound(), 0, 1));
    }

    /** Whether there were attempts and the ratio itself is at least this. */
    boolean isAtLeast(double target) {
        var ratio = ratio();
        return ratio != null && ratio >= target;
    }
}
