package dev.gatescope.console.compare;

import dev.gatescope.console.chart.StepAxis;

import java.util.List;

/** The flows of one experiment, on the same axis. For the models' thread. */
final class Course {
    /** What a flow plays one after the other. */
    static final String SCRIPTS = "scripts";

    private final StepAxis axis;
    private final List<FlowCourse> flows;

    /**
     * @param labels of the flows, in the order of the experiment
     * @param clients how many come to each
     */
    Course(List<String> labels, int clients) {
        axis = new StepAxis(SCRIPTS, Math.max(1, clients));
        flows = labels.stream().map(label -> new FlowCourse(label, clients)).toList();
    }

    /** One more script of a flow is over. */
    void add(Step step) {
        for (var flow : flows) {
            if (flow.label().equals(step.flow())) {
                flow.add(step);
            }
        }
    }

    /** What all charts have in common. */
    StepAxis axis() {
        return axis;
    }

    /** The first is what the others are compared with, the last is judged. */
    List<FlowCourse> flows() {
        return flows;
    }

    /** Whether there are so many that single lines cannot be told apart. */
    boolean isLadder() {
        return flows.size() > 2;
    }

    /** Scripts that are over, of all flows. */
    int done() {
        return flows.stream().mapToInt(FlowCourse::done).sum();
    }

    /** Scripts in all. */
    int all() {
        return flows.stream().mapToInt(FlowCourse::clients).sum();
    }

    /** How far it is, from 0 to 1; negative before the first script is over. */
    double share() {
        return done() == 0 ? -1 : (double) done() / all();
    }

    /** How far it is, in words. */
    String progress() {
        return "%,d of %,d %s".formatted(done(), all(), SCRIPTS);
    }
}
