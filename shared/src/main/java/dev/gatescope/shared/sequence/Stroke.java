package dev.gatescope.shared.sequence;

import java.util.Locale;

/** One thing to draw, in pixels from the upper left corner of its strip. */
public sealed interface Stroke {
    /** What it is drawn for, which decides its colour. */
    Ink ink();

    /** What is drawn; the drawer gives each its colour. */
    enum Ink {
        /** Behind words, so that lines do not run through them. */
        BACKGROUND,
        LIFELINE,
        /** The boxes with the names. */
        HEAD,
        /** A step of the flow in its place. */
        COVERED,
        /** A step of the flow that is absent. */
        GHOST,
        CALL,
        REPLY,
        NOTE,
        ERROR,
        MISPLACED,
        TEXT,
        MUTED;

        /** The name in a stylesheet. */
        public String styleClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** On which side of its point a text lies. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A line, solid or dashed. */
    record Line(Ink ink, double x1, double y1, double x2, double y2, double width, boolean dashed)
            implements Stroke {}

    /** The tip of an arrow. */
    record Tip(Ink ink, double x, double y, boolean toTheRight) implements Stroke {}

    /** A filled box with an edge. */
    record Box(Ink ink, double x, double y, double width, double height) implements Stroke {}

    /**
     * One line of words.
     *
     * @param y its base line
     */
    record Words(Ink ink, double x, double y, Anchor anchor, String text, boolean bold)
            implements Stroke {}
}
