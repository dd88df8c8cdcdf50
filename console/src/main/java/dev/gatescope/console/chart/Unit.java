package dev.gatescope.console.chart;

import java.util.Locale;

/** What a figure is counted in, and how people read it. */
public enum Unit {
    /** A share from 0 to 1, read as a percentage. */
    RATIO {
        @Override
        public Figure figure(double value) {
            // Rounded down: 99.996 % must not read as 100 %.
            return new Figure(decimals(Math.floor(value * 10_000 + 1e-6) / 100, 2), "%");
        }
    },
    /** A number of things. */
    COUNT {
        @Override
        public Figure figure(double value) {
            return new Figure(String.format(Locale.ROOT, "%,d", Math.round(value)), "");
        }
    },
    /** A duration in milliseconds. */
    MILLIS {
        @Override
        public Figure figure(double value) {
            return value < 1000
                    ? new Figure(decimals(value, value < 10 ? 1 : 0), "ms")
                    : new Figure(decimals(value / 1000, value < 10_000 ? 2 : 1), "s");
        }
    },
    /** A size, in powers of 1024. */
    BYTES {
        @Override
        public Figure figure(double value) {
            double size = value;
            int power = 0;
            while (size >= 1024 && power < BYTE_UNITS.length - 1) {
                size /= 1024;
                power++;
            }
            return new Figure(decimals(size, power == 0 || size >= 100 ? 0 : 1), BYTE_UNITS[power]);
        }
    },
    /** How often something happens in a second. */
    PER_SECOND {
        @Override
        public Figure figure(double value) {
            return new Figure(decimals(value, value < 100 ? 1 : 0), "/s");
        }
    },
    /** Out of a thousand. */
    PER_THOUSAND {
        @Override
        public Figure figure(double value) {
            return new Figure(
                    value > 0 && value < 0.005 // not none, though it would round to it
                            ? "<0.01"
                            : decimals(value, value < 100 ? 2 : 0),
                    "per 1,000");
        }

        @Override
        String tick(double value) {
            return figure(value).number();
        }
    };

    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    /**
     * A value as people read it.
     *
     * @param symbol what the number counts; empty for plain numbers
     */
    public record Figure(String number, String symbol) {
        /** Number and symbol in one, kept together by a no-break space. */
        public String text() {
            return symbol.isEmpty() ? number : number + "\u00a0" + symbol;
        }
    }

    /** How people read a value. */
    public abstract Figure figure(double value);

    /** How a value reads in one text; a dash where there is none. */
    public String text(double value) {
        return Double.isNaN(value) ? "–" : figure(value).text();
    }

    /** How a round value reads beside an axis, where room is scarce. */
    String tick(double value) {
        return text(value);
    }

    private static String decimals(double value, int places) {
        String text = String.format(Locale.ROOT, "%,." + places + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
