package dev.gatescope.shared.sequence;

import dev.gatescope.shared.sequence.Row.Ghost;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Two diagrams side by side: equal rows share a line, and each side keeps the order of its time.
 *
 * @param pairs the lines from the top to the bottom
 * @param divergence where they first differ; none where they never do
 */
public record Comparison(
        SequenceDiagram left,
        SequenceDiagram right,
        List<Pair> pairs,
        @Nullable Divergence divergence) {
    /** One line; a side that has nothing there is null. */
    public record Pair(@Nullable Row left, @Nullable Row right) {
        boolean equal() {
            return left != null && right != null && same(left, right);
        }
    }

    /**
     * Where two connections part.
     *
     * @param pair the index of the first line that differs
     * @param words one sentence
     */
    public record Divergence(int pair, String words) {}

    /** Compares two connections. */
    public static Comparison of(SequenceDiagram left, SequenceDiagram right) {
        var pairs = paired(left.rows(), right.rows());
        for (int i = 0; i < pairs.size(); i++) {
            if (!pairs.get(i).equal()) {
                var divergence = new Divergence(i, words(left, right, pairs.get(i)));
                return new Comparison(left, right, pairs, divergence);
            }
        }
        return new Comparison(left, right, pairs, null);
    }

    /** A step out of order is not the same as one in its turn. */
    private static boolean same(Row left, Row right) {
        return left.key().equals(right.key()) && left.remark().equals(right.remark());
    }

    private static String words(SequenceDiagram left, SequenceDiagram right, Pair pair) {
        return "They part here: %s %s, %s %s."
                .formatted(
                        left.connection(),
                        words(left, pair.left()),
                        right.connection(),
                        words(right, pair.right()));
    }

    private static String words(SequenceDiagram diagram, @Nullable Row row) {
        return switch (row) {
            case null -> diagram.over() ? "has nothing here" : "has nothing here so far";
            case Ghost ghost -> "lacks “" + ghost.text() + "” (" + ghost.remark() + ")";
            case Row.Arrow arrow -> "has “" + arrow.text() + "” at " + Offsets.words(arrow);
        };
    }

    /** Along the longest sequence of rows that both have. */
    private static List<Pair> paired(List<Row> left, List<Row> right) {
        int[][] common = commonRows(left, right);
        var pairs = new ArrayList<Pair>();
        var leftOnly = new ArrayList<Row>();
        var rightOnly = new ArrayList<Row>();
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            boolean bothLeft = l < left.size() && r < right.size();
            if (bothLeft && same(left.get(l), right.get(r))) {
                zip(leftOnly, rightOnly, pairs);
                pairs.add(new Pair(left.get(l++), right.get(r++)));
            } else if (r == right.size() || (bothLeft && common[l + 1][r] >= common[l][r + 1])) {
                leftOnly.add(left.get(l++));
            } else {
                rightOnly.add(right.get(r++));
            }
        }
        zip(leftOnly, rightOnly, pairs);
        return List.copyOf(pairs);
    }

    /** How many rows the ends of both lists have in common, from each pair of rows on. */
    private static int[][] commonRows(List<Row> left, List<Row> right) {
        var common = new int[left.size() + 1][right.size() + 1];
        for (int l = left.size() - 1; l >= 0; l--) {
            for (int r = right.size() - 1; r >= 0; r--) {
                common[l][r] =
                        same(left.get(l), right.get(r))
                                ? common[l + 1][r + 1] + 1
                                : Math.max(common[l + 1][r], common[l][r + 1]);
            }
        }
        return common;
    }

    private static void zip(List<Row> left, List<Row> right, List<Pair> pairs) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            pairs.add(
                    new Pair(
                            i < left.size() ? left.get(i) : null,
                            i < right.size() ? right.get(i) : null));
        }
        left.clear();
        right.clear();
    }
}
