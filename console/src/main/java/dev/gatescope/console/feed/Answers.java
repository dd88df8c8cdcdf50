package dev.gatescope.console.feed;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Brings the gateway's answers to the models' thread: each is handed over on the first beat after
 * it came. A model asks on its own thread and is called back on it, so it needs no locks and no
 * toolkit.
 */
public final class Answers {
    private final Queue<Runnable> arrived = new ConcurrentLinkedQueue<>();

    public Answers(Pulse pulse) {
        pulse.onBeat(this::handOver);
    }

    /**
     * Waits for an answer without blocking.
     *
     * @param done takes the answer, on the models' thread
     * @param failed takes one sentence for people, on the models' thread
     */
    public <T> void await(
            CompletableFuture<T> answer, Consumer<? super T> done, Consumer<String> failed) {
        var _ =
                answer.whenComplete(
                        (value, failure) ->
                                arrived.add(
                                        failure == null
                                                ? () -> done.accept(value)
                                                : () -> failed.accept(sentence(failure))));
    }

    private void handOver() {
        for (var next = arrived.poll(); next != null; next = arrived.poll()) {
            next.run();
        }
    }

    private static String sentence(Throwable failure) {
        var reason =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        return reason instanceof GatewayCallFailed && reason.getMessage() != null
                ? reason.getMessage()
                : "The gateway did not answer as expected. Try again in a moment.";
    }
}
