package dev.gatescope.gateway.faults;

/** No fault is injected now, whatever is asked for. The sentence is for whoever asked. */
public final class FaultRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Why {
        /** This gateway is not to be broken. */
        FORBIDDEN,
        /** All were stopped, and new ones are not allowed yet. */
        BLOCKED,
        /** As many are active as may be. */
        TOO_MANY
    }

    private final Why why;

    FaultRefused(Why why, String sentence) {
        super(sentence, null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
