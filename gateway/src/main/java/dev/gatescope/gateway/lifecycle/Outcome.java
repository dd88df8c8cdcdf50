package dev.gatescope.gateway.lifecycle;

import java.util.Locale;

/** What became of a connection; each has exactly one. */
public enum Outcome {
    /** Accepted, authenticated, registered, welcomed. */
    READY,
    /** Refused for its own fault, and told why. */
    REJECTED,
    /** Left by itself before it was ready, and was cleaned up without an error. */
    VANISHED,
    /** Everything else. */
    FAILED;

    /** The word on the wire and in the {@code outcome} label. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
