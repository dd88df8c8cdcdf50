package dev.gatescope.gateway.lifecycle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last things added. A ring that grows as far as it is used, since every connection has some
 * and most stay short. Safe from any thread; its lock is held for a store, and hardly ever wanted
 * by two.
 */
final class RecentList<T> {
    private static final int FIRST_SIZE = 4;
    private static final @Nullable Object[] NOTHING = {};

    private final int capacity;
    private @Nullable Object[] values = NOTHING;
    private int next;

    RecentList(int capacity) {
        this.capacity = capacity;
    }

    /** Adds one; the oldest goes where there is no more room. */
    synchronized void add(T value) {
        if (next == values.length && next < capacity) {
            values = Arrays.copyOf(values, Math.clamp(next * 2L, FIRST_SIZE, capacity));
        } else if (next == values.length) {
            next = 0;
        }
        values[next] = value;
        next++;
    }

    /** All that are kept, oldest first. */
    @SuppressWarnings("unchecked") // only what was added is in there
    synchronized List<T> toList() {
        var inOrder = new ArrayList<T>(values.length);
        for (var i = 0; i < values.length; i++) {
            var value = values[(next + i) % values.length];
            if (value != null) {
                inOrder.add((T) value);
            }
        }
        return inOrder;
    }

    /** Forgets everything. */
    synchronized void clear() {
        values = NOTHING;
        next = 0;
    }
}
