package dev.gatescope.console.overview;

import dev.gatescope.console.chart.Line;
import dev.gatescope.console.chart.TimeChart;
import dev.gatescope.console.chart.Unit;

/** Makes charts of a model's measures, all on its axis. For the JavaFX thread. */
final class Charts {
    private final OverviewModel model;

    Charts(OverviewModel model) {
        this.model = model;
    }

    /** A share of 100 %, with its target as a dashed line. */
    TimeChart share(String title, double target, Measure measure) {
        return new TimeChart(
                title,
                Unit.RATIO,
                target,
                model.axis(),
                line(measure, "last 60 s", Line.Tone.MAIN));
    }

    TimeChart of(String title, Unit unit, Line... lines) {
        return new TimeChart(title, unit, model.axis(), lines);
    }

    Line line(Measure measure, String label, Line.Tone tone) {
        return new Line(label, model.series(measure), tone);
    }
}
