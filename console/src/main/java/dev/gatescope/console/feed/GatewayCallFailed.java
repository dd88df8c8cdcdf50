package dev.gatescope.console.feed;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletionException;

/** A call to the gateway was not done; the message is one sentence for people. */
public final class GatewayCallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GatewayCallFailed(String sentence) {
        super(sentence);
    }

    /** The sentence for people about a call that failed, however futures wrapped the failure. */
    public static String sentenceOf(Throwable failure) {
        Throwable cause = unwrapped(failure);
        String message = cause == null ? null : cause.getMessage();
        return cause instanceof GatewayCallFailed && message != null
                ? message
                : "The call to the gateway failed.";
    }

    /** The failure as it was before futures wrapped it. */
    static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
