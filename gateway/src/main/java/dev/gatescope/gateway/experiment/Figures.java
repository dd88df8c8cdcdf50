package dev.gatescope.gateway.experiment;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Figures as people read them, the same on the terminal and in the report. */
public final class Figures {
    private static final double SMALLEST_P = 0.0001;

    private Figures() {}

    /** A rate in per cent, such as {@code 85.0 %}. */
    public static String percent(Rate rate) {
        var ratio = rate.ratio();
        return ratio == null ? "no attempts" : percent(ratio);
    }

    /** A ratio in per cent; never rounded to 100 % where it is less. */
    public static String percent(double ratio) {
        var text = String.format(Locale.ROOT, "%.1f %%", ratio * 100);
        return ratio < 1 && text.startsWith("100") ? "99.9 %" : text;
    }

    /** A p-value; very small ones are all the same. */
    public static String pValue(@Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return value < SMALLEST_P ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", value);
    }

    /** A p-value in a sentence. */
    public static String pInWords(@Nullable Double value) {
        var text = pValue(value);
        return "p " + (text.startsWith("<") ? text : "= " + text);
    }

    /** Milliseconds, or a dash. */
    public static String millis(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f ms", value);
    }
}
