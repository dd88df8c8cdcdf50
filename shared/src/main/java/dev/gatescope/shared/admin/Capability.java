package dev.gatescope.shared.admin;

/** Parts of the admin API that a gateway may or may not offer. */
public final class Capability {
    public static final String SNAPSHOT = "snapshot";
    public static final String CONNECTIONS = "connections";
    public static final String EVENTS = "events";
    public static final String STREAM = "stream";
    public static final String MARKS = "marks";
    public static final String FLOW = "flow";
    public static final String HISTORY = "history";
    public static final String REFUSED_REQUESTS = "refused_requests";
    public static final String DEMO = "demo";
    public static final String FRAMES = "frames";
    public static final String FAULTS = "faults";
    public static final String LEAKS = "leaks";
    public static final String WHY = "why";
    public static final String PROBLEMS = "problems";

    private Capability() {}
}
