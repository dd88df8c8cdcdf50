package dev.gatescope.console.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The values that a chart's height stands for, with round numbers as ticks.
 *
 * @param step from one tick to the next
 */
public record Scale(double low, double high, double step) {
    private static final double HIGHEST_RATIO_FLOOR = 0.98;

    /**
     * The smallest round range that holds the values.
     *
     * @param min the least value, NaN where there is none
     * @param max the greatest value, NaN where there is none
     * @param intervals how many steps there may be at most
     */
    public static Scale of(Unit unit, double min, double max, int intervals) {
        return unit == Unit.RATIO ? ratio(min, intervals) : fromZero(unit, max, intervals);
    }

    /** The ticks, the lowest first. */
    public List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        long count = Math.round((high - low) / step);
        for (long i = 0; i <= count; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    /** Shares are read from the top: 100 % is always there, and what is missing stands out. */
    private static Scale ratio(double min, int intervals) {
        double floor = Double.isNaN(min) ? HIGHEST_RATIO_FLOOR : Math.min(HIGHEST_RATIO_FLOOR, min);
        double step = roundUp((1 - floor) / intervals);
        double low = 1 - Math.ceil((1 - floor) / step - 1e-9) * step;
        return new Scale(Math.max(0, low), 1, Math.min(step, 1));
    }

    private static Scale fromZero(Unit unit, double max, int intervals) {
        double top = Double.isNaN(max) || max <= 0 ? leastTop(unit) : max;
        double base = unit == Unit.BYTES ? Math.pow(1024, Math.floor(log(top, 1024))) : 1;
        double step = roundUp(top / base / intervals) * base;
        if (unit == Unit.COUNT) { // there is no half of a thing
            step = Math.max(1, Math.ceil(step));
        }
        return new Scale(0, Math.ceil(top / step - 1e-9) * step, step);
    }

    /** The height of a chart that has nothing to show. */
    private static double leastTop(Unit unit) {
        return unit == Unit.BYTES ? 1 << 20 : 1;
    }

    /** The next of 1, 2 and 5 times a power of ten. */
    private static double roundUp(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (double nice : new double[] {1, 2, 5}) {
            if (step <= nice * power * (1 + 1e-9)) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    private static double log(double value, double base) {
        return Math.log(value) / Math.log(base);
    }
}
