package dev.gatescope.gateway.lifecycle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The last things added, at least {@code capacity} of them and at most twice as many. Adding takes
 * no lock and a list of nothing costs almost nothing, so that every connection can have one.
 *
 * <p>A chain from newest to oldest. Each time it has grown by the capacity, what lies before the
 * previous such point is cut off.
 */
final class RecentList<T> {
    private static final class Node<T> {
        final T value;
        final int depth;
        volatile @Nullable Node<T> older;
        volatile @Nullable Node<T> cutPoint;

        Node(T value, int depth, @Nullable Node<T> older, @Nullable Node<T> cutPoint) {
            this.value = value;
            this.depth = depth;
            this.older = older;
            this.cutPoint = cutPoint;
        }
    }

    private final int capacity;
    private final AtomicReference<@Nullable Node<T>> newest = new AtomicReference<>();

    RecentList(int capacity) {
        this.capacity = capacity;
    }

    /** Adds one; from any thread. */
    void add(T value) {
        while (true) {
            var older = newest.get();
            var depth = older == null ? 1 : older.depth + 1;
            var cutPoint =
                    older == null ? null : older.depth % capacity == 0 ? older : older.cutPoint;
            if (newest.compareAndSet(older, new Node<>(value, depth, older, cutPoint))) {
                if (older != null && cutPoint == older) {
                    cutBefore(older.cutPoint);
                }
                return;
            }
        }
    }

    private static <T> void cutBefore(@Nullable Node<T> oldest) {
        if (oldest != null) {
            oldest.older = null;
            oldest.cutPoint = null;
        }
    }

    /** The newest, at most the capacity of them, oldest first. */
    List<T> toList() {
        var values = new ArrayList<T>();
        for (var node = newest.get(); node != null && values.size() < capacity; node = node.older) {
            values.add(node.value);
        }
        Collections.reverse(values);
        return values;
    }

    /** Forgets everything. */
    void clear() {
        newest.set(null);
    }
}
