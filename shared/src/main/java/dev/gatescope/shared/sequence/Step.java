package dev.gatescope.shared.sequence;

import static dev.gatescope.shared.sequence.Lifeline.CLIENT;
import static dev.gatescope.shared.sequence.Lifeline.HANDLER;
import static dev.gatescope.shared.sequence.Lifeline.ROUTER;
import static dev.gatescope.shared.sequence.Lifeline.WEBSOCKET;

/** The steps of the fixed flow, in their order: what every connection should go through. */
public enum Step {
    ACCEPT("accept", WEBSOCKET, CLIENT),
    AUTHENTICATE("authenticate", WEBSOCKET, WEBSOCKET),
    /** Only where a connection comes before the gateway is ready. */
    WAIT("wait for startup", WEBSOCKET, WEBSOCKET),
    REGISTER("register", WEBSOCKET, ROUTER),
    WELCOME("welcome", WEBSOCKET, CLIENT),
    /** Only where the client sends messages. */
    ROUTE("route to its handler", ROUTER, HANDLER);

    private final String word;
    private final Lifeline from;
    private final Lifeline to;

    Step(String word, Lifeline from, Lifeline to) {
        this.word = word;
        this.from = from;
        this.to = to;
    }

    /** What the step is called. */
    public String word() {
        return word;
    }

    /** Who takes it. */
    public Lifeline from() {
        return from;
    }

    /** Whom it reaches; the same where it is a matter of one alone. */
    public Lifeline to() {
        return to;
    }
}
