package dev.gatescope.console.shell;

/** The distances between things, in pixels; no view uses others. */
public final class Space {
    /** Between a shape and its word. */
    public static final double XS = 4;

    /** Between things that belong together. */
    public static final double S = 8;

    /** Between the parts of a card. */
    public static final double M = 12;

    /** Between cards, and around a view. */
    public static final double L = 16;

    /** Around what stands alone. */
    public static final double XL = 24;

    /** The height of a table's row, for {@code setFixedCellSize}. */
    public static final double ROW = 30;

    private Space() {}
}
