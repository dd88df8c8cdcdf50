package dev.gatescope.console.chart;

/** The least and the greatest of some values; NaN where there are none. */
record Range(double min, double max) {
    static final Range NONE = new Range(Double.NaN, Double.NaN);

    /** The range of a series from a time on, in milliseconds since 1970. */
    static Range of(Series series, long from) {
        double min = Double.NaN;
        double max = Double.NaN;
        for (int i = series.indexFrom(from); i < series.size(); i++) {
            double value = series.valueAt(i);
            if (!Double.isNaN(value)) {
                min = Double.isNaN(min) ? value : Math.min(min, value);
                max = Double.isNaN(max) ? value : Math.max(max, value);
            }
        }
        return new Range(min, max);
    }

    boolean isEmpty() {
        return Double.isNaN(min);
    }

    Range and(Range other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new Range(Math.min(min, other.min), Math.max(max, other.max));
    }
}
