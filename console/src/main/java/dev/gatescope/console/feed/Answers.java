package dev.gatescope.console.feed;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
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
                answer.whenComplete((value, failure) ->
                        arrived.add(
                                failure == null
                                        ? () -> done.accept(value)
                                        : () ->
                                                failed.accept(
                                                        GatewayCallFailed.sentenceOf(failure))));
    }

    private void handOver() {
        for (var next = arrived.poll(); next != null; next = arrived.poll()) {
            next.run();
        }
    }
}
