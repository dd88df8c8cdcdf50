package dev.gatescope.shared.sequence;

/** Who takes part in the life of a connection, from the left to the right. */
public enum Lifeline {
    CLIENT("Client", 0),
    WEBSOCKET("WebSocket", 1),
    ROUTER("Router", 2),
    HANDLER("Handler", 3),
    AGENT("Agent", 4),
    SESSION("Session", 5);

    private final String title;
    private final int place;

    Lifeline(String title, int place) {
        this.title = title;
        this.place = place;
    }

    /** The name above the line. */
    public String title() {
        return title;
    }

    /** How many lines are to its left. */
    int place() {
        return place;
    }
}
