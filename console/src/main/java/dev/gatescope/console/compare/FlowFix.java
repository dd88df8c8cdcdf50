package dev.gatescope.console.compare;

import java.util.Locale;

/** What can be put right in the legacy flow, each alone. */
enum FlowFix {
    ACCEPT_ORDER("Accept order", "Accept first, then authenticate."),
    DEPENDENCIES("Dependencies", "Wait for the components that a connection needs."),
    HANDLERS("Handlers", "A connection's handler goes with it."),
    SESSIONS("Sessions", "One database session for each request, closed on every way out.");

    private final String title;
    private final String sentence;

    FlowFix(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    String title() {
        return title;
    }

    String sentence() {
        return sentence;
    }

    /** The word in a flow's name. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
