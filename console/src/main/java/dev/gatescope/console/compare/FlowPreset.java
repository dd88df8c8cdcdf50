package dev.gatescope.console.compare;

/** Which flows are compared. */
enum FlowPreset {
    BEFORE_AND_AFTER("Legacy against fixed", "The flow that shipped first, against the right one."),
    LADDER(
            "Ladder: what each fix buys",
            "Legacy, each fix alone, the fixes one after another, fixed: eight flows."),
    TWO("Two flows of your choice", "The second is compared with the first, and judged.");

    private final String title;
    private final String sentence;

    FlowPreset(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    String title() {
        return title;
    }

    String sentence() {
        return sentence;
    }

    @Override
    public String toString() {
        return title;
    }
}
