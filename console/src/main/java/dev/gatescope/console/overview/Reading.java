package dev.gatescope.console.overview;

import dev.gatescope.console.chart.Unit;

/**
 * A figure as it is shown: large, with what it rests on beneath.
 *
 * @param detail what the figure is about: the number behind it, the window
 * @param more a second line: the same since start, or what to do to get a figure
 */
record Reading(Unit.Figure figure, Verdict verdict, String detail, String more) {
    static Reading of(Unit unit, double value, Verdict verdict, String detail, String more) {
        return new Reading(unit.figure(value), verdict, detail, more);
    }

    /** Words in place of a number. */
    static Reading without(String words, String detail, String more) {
        return new Reading(new Unit.Figure(words, ""), Verdict.NO_DATA, detail, more);
    }
}
