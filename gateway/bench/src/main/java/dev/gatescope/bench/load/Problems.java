package dev.gatescope.bench.load;

import org.jspecify.annotations.Nullable;

/** What went wrong under a load: how often, and the first time in words. */
final class Problems {
    private long count;
    private @Nullable String first;

    void add(String problem) {
        count++;
        if (first == null) {
            first = problem;
        }
    }

    long count() {
        return count;
    }

    @Nullable String first() {
        return first;
    }
}
