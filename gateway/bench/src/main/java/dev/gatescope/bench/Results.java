package dev.gatescope.bench;

import java.util.List;

/** The samples of one experiment, a line for each of its variants. */
record Results(Experiment experiment, List<Line> lines) {

    /** Nothing measured yet. */
    static Results of(Experiment experiment) {
        return new Results(experiment, experiment.variants().stream().map(Line::new).toList());
    }

    Line line(Variant variant) {
        return lines.get(experiment.variants().indexOf(variant));
    }

    /** The line that the others are compared with. */
    Line base() {
        return lines.getFirst();
    }
}
