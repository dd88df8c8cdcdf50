package dev.gatescope.gateway.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/**
 * Puts what comes from overlapping chunks into one order, by number, each number once, until there
 * is enough. For one thread.
 */
final class Merge<T> {
    private final ToLongFunction<T> number;
    private final Comparator<Long> order;
    private final int limit;
    private final PriorityQueue<T> waiting;
    private final List<T> merged = new ArrayList<>();

    Merge(ToLongFunction<T> number, Comparator<Long> order, int limit) {
        this.number = number;
        this.order = order;
        this.limit = limit;
        this.waiting = new PriorityQueue<>(Comparator.comparing(number::applyAsLong, order));
    }

    void add(T value) {
        waiting.add(value);
    }

    /** Nothing that is yet to be added comes before this number; whether more is wanted. */
    boolean wantsMoreFrom(long edge) {
        while (merged.size() < limit && !waiting.isEmpty() && comesBefore(edge)) {
            take();
        }
        return merged.size() < limit;
    }

    private boolean comesBefore(long edge) {
        return order.compare(number.applyAsLong(waiting.element()), edge) < 0;
    }

    /** Nothing is to be added any more: all that is wanted, in order. */
    List<T> finish() {
        while (merged.size() < limit && !waiting.isEmpty()) {
            take();
        }
        return merged;
    }

    private void take() {
        var next = waiting.remove();
        if (merged.isEmpty() || number.applyAsLong(merged.getLast()) != number.applyAsLong(next)) {
            merged.add(next);
        }
    }
}
