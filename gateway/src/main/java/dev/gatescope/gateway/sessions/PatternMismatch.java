package dev.gatescope.gateway.sessions;

/**
 * A consumer took a provider of sessions for another shape than it has. Says so in the words of the
 * incident's log; the cause is what this platform says.
 */
final class PatternMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PatternMismatch(String sentence, ClassCastException cause) {
        super(sentence, cause);
    }
}
