package dev.gatescope.console.compare;

import dev.gatescope.console.chart.Unit;

import java.util.Locale;

/**
 * How many of how many, with the bounds of the true ratio.
 *
 * @param low the lower bound with 95 % confidence, from 0 to 1; NaN where nothing was tried
 * @param high the upper bound
 */
public record Share(int successes, int attempts, double low, double high) {
    /** A share whose bounds are not known yet. */
    public static Share of(int successes, int attempts) {
        return new Share(successes, attempts, Double.NaN, Double.NaN);
    }

    /** From 0 to 1; NaN where nothing was tried. */
    double ratio() {
        return attempts == 0 ? Double.NaN : (double) successes / attempts;
    }

    /** The ratio as people read it. */
    String text() {
        return attempts == 0 ? "no attempts" : Unit.RATIO.text(ratio());
    }

    /** The bounds as people read them; empty where there are none. */
    String bounds() {
        return Double.isNaN(low)
                ? ""
                : String.format(Locale.ROOT, "%.1f to %.1f\u00a0%%", low * 100, high * 100);
    }
}
