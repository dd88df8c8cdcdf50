package dev.gatescope.console.compare;

import java.util.concurrent.CompletionException;

/** Something about an experiment could not be done; the message is one sentence for people. */
public final class ExperimentFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExperimentFailed(String sentence) {
        super(sentence);
    }

    /** The sentence for people about a failure, however futures wrapped it. */
    static String sentenceOf(Throwable failure) {
        var cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        var message = cause.getMessage();
        return cause instanceof ExperimentFailed && message != null
                ? message
                : "The experiment broke off by a fault of its own: " + cause;
    }
}
