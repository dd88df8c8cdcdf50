package dev.gatescope.bench;

import java.util.Arrays;

/**
 * Several readings of one figure. The minimum is the estimate of a quiet machine, as disturbance
 * only ever adds; the median says what is usual.
 */
public record Spread(double min, double median, double max) {

    /**
     * The spread of at least one reading; an even number has the mean of the middle two as median.
     */
    public static Spread of(double... readings) {
        if (readings.length == 0) {
            throw new IllegalArgumentException("No readings");
        }
        double[] sorted = readings.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }
}
