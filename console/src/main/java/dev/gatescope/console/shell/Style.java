package dev.gatescope.console.shell;

/** Style classes of {@code console.css} that views give to their nodes. */
public final class Style {
    /** A view's name above its contents. */
    public static final String VIEW_TITLE = "view-title";

    /** Words that matter less than those beside them. */
    public static final String MUTED = "muted";

    /** Small print: captions, units, hints. */
    public static final String SMALL = "small";

    /** The name of a figure, above it. */
    public static final String CAPTION = "caption";

    /** A figure that is to be read from across the room. */
    public static final String FIGURE = "figure";

    /** Digits of one width, for columns of numbers and times. */
    public static final String TABULAR = "tabular";

    /** An id or a key that people copy. */
    public static final String CODE = "code";

    /** A surface with a border; see {@link Card}. */
    public static final String CARD = "card-surface";

    /** A table between other things, without a frame of its own. */
    public static final String PLAIN_TABLE = "plain-table";

    /** A table that is a surface itself. */
    public static final String CARD_TABLE = "card-table";

    private Style() {}
}
