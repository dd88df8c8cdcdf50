package dev.gatescope.console.chart;

/**
 * One line of a chart.
 *
 * @param label what it shows, in a word or two; written at the line's end where there are several
 */
public record Line(String label, Series series, Tone tone) {

    /** How a line stands out; its colour follows the theme. */
    public enum Tone {
        /** What the chart is about. */
        MAIN,
        /** What to compare it with. */
        OTHER,
        /** What should not be there. */
        ALARM,
        /** What lies between; too many to be told apart, so it has no label. */
        FAINT
    }
}
