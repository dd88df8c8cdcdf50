package dev.gatescope.gateway.sessions;

import dev.gatescope.gateway.lifecycle.Explained;
import dev.gatescope.gateway.lifecycle.LifecycleHub;

/**
 * A consumer took a provider of sessions for another shape than it has. Says so in the words of the
 * incident's log; the cause is what this platform says.
 */
final class PatternMismatch extends RuntimeException implements Explained {
    private static final long serialVersionUID = 1L;

    private final long because;

    PatternMismatch(String sentence, ClassCastException cause) {
        super(sentence, cause);
        because = LifecycleHub.NONE;
    }

    /** The same mismatch, once an event tells of it. */
    PatternMismatch(PatternMismatch mismatch, long event) {
        super(mismatch.getMessage(), mismatch.getCause(), false, true);
        because = event;
    }

    @Override
    public long because() {
        return because;
    }
}
