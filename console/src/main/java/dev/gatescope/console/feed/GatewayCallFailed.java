package dev.gatescope.console.feed;

import java.util.concurrent.CompletionException;

/** A call to the gateway was not done; the message is one sentence for people. */
public final class GatewayCallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GatewayCallFailed(String sentence) {
        super(sentence);
    }

    /** The sentence for people about a call that failed, however futures wrapped the failure. */
    public static String sentenceOf(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return cause instanceof GatewayCallFailed && message != null
                ? message
                : "The call to the gateway failed.";
    }
}
