package dev.gatescope.console.sequence;

import dev.gatescope.shared.sequence.Comparison;
import dev.gatescope.shared.sequence.Row;

import org.jspecify.annotations.Nullable;

/** One line of the list that is the diagram. */
sealed interface Line {
    /** A row of the only diagram. */
    record One(Row row) implements Line {}

    /** A row of each of two diagrams; a side that has nothing there is null. */
    record Two(@Nullable Row left, @Nullable Row right) implements Line {
        static Two of(Comparison.Pair pair) {
            return new Two(pair.left(), pair.right());
        }
    }

    /** Where two diagrams part, in words. */
    record Parting(String words) implements Line {}
}
