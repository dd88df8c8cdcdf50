package dev.gatescope.console.compare;

/** Flows' names where people read them. */
final class FlowNames {
    private static final int SHORT = 8;

    private FlowNames() {}

    /** With room to break between the fixes. */
    static String readable(String label) {
        return label.replace("+", " + ");
    }

    /** In a word, at the end of a line in a chart. */
    static String brief(Course course, FlowCourse flow) {
        var fit = course.isLadder();
        if (!fit) {
            fit = course.flows().stream().allMatch(each -> each.label().length() <= SHORT);
        }
        if (fit) {
            return flow.label();
        }
        return flow.equals(course.flows().getFirst()) ? "first" : "second";
    }
}
