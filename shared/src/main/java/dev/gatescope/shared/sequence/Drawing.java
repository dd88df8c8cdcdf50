package dev.gatescope.shared.sequence;

import dev.gatescope.shared.sequence.Row.Arrow;
import dev.gatescope.shared.sequence.Row.Ghost;
import dev.gatescope.shared.sequence.Row.Kind;
import dev.gatescope.shared.sequence.Row.Standing;
import dev.gatescope.shared.sequence.Stroke.Anchor;
import dev.gatescope.shared.sequence.Stroke.Ink;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.function.ToDoubleFunction;

/**
 * Lays a diagram out: a strip with the names, and one for each row, to lie on the lifelines. Words
 * are broken into lines where they are too long, never cut.
 */
public final class Drawing {
    /** The height of a line of words, in pixels; words are 11 pixels high. */
    public static final double LINE = 14;

    /** The width of the narrowest diagram that can be read, in pixels. */
    public static final double LEAST_WIDTH = 360;

    private static final double TIMES = 66;
    private static final double GAP = 6;
    private static final double BOLD = 1.12; // how much wider bold words are
    private static final double NAME_ROOM = 72;
    private static final double TIP = 7;
    private static final double LOOP = 16;
    private static final double CROSS = 4.5;

    private final double width;
    private final ToDoubleFunction<String> textWidth;

    /**
     * @param width of the whole, in pixels; at least {@link #LEAST_WIDTH}
     * @param textWidth measures words of 11 pixels' height
     */
    public Drawing(double width, ToDoubleFunction<String> textWidth) {
        this.width = Math.max(LEAST_WIDTH, width);
        this.textWidth = textWidth;
    }

    /** A strip of the drawing, over its whole width. */
    public record Strip(double height, List<Stroke> strokes) {}

    /** The names of the lifelines; where they are narrow, every other one a line lower. */
    public Strip head() {
        var strokes = new ArrayList<Stroke>();
        boolean narrow = x(Lifeline.ROUTER) - x(Lifeline.WEBSOCKET) < NAME_ROOM;
        double height = LINE + 12 + (narrow ? LINE + 8 : 0);
        for (var line : Lifeline.values()) {
            double half = textWidth.applyAsDouble(line.title()) * BOLD / 2 + 4;
            double top = narrow && line.place() % 2 == 1 ? LINE + 10 : 2;
            double x = x(line);
            strokes.add(new Stroke.Line(Ink.LIFELINE, x, top, x, height, 1, false));
            strokes.add(new Stroke.Box(Ink.HEAD, x - half, top, 2 * half, LINE + 4));
            strokes.add(
                    new Stroke.Words(
                            Ink.TEXT, x, top + LINE - 1, Anchor.MIDDLE, line.title(), true));
        }
        return new Strip(height, strokes);
    }

    /** The lifelines alone, to lie behind rows that are this high together. */
    public Strip lifelines(double height) {
        var strokes = new ArrayList<Stroke>();
        for (var line : Lifeline.values()) {
            strokes.add(new Stroke.Line(Ink.LIFELINE, x(line), 0, x(line), height, 1, false));
        }
        return new Strip(height, strokes);
    }

    /** One row, without the lifelines behind it. */
    public Strip strip(Row row) {
        var lines = wrapped(row.text(), room());
        var remark = wrapped(row.remark(), room());
        double height = LINE * (lines.size() + remark.size()) + (isLoop(row) ? 18 : 12);
        double y = height - (isLoop(row) ? 12 : 6);
        var strokes = new ArrayList<Stroke>();
        shape(row, y, strokes);
        double top = 2;
        for (var line : lines) {
            words(row, line, textInk(row), false, top, strokes);
            top += LINE;
        }
        for (var line : remark) {
            words(row, line, remarkInk(row), true, top, strokes);
            top += LINE;
        }
        time(row, y, strokes);
        return new Strip(height, strokes);
    }

    private void shape(Row row, double y, List<Stroke> strokes) {
        switch (row) {
            case Ghost ghost -> arrow(ghost, y, Ink.GHOST, true, strokes);
            case Arrow arrow -> {
                if (arrow.standing() == Standing.IN_PLACE) {
                    double from = x(arrow.from());
                    double to = isLoop(arrow) ? from + LOOP : x(arrow.to());
                    strokes.add(new Stroke.Line(Ink.COVERED, from, y, to, y, 9, false));
                }
                switch (arrow.kind()) {
                    case CALL -> arrow(arrow, y, ink(arrow, Ink.CALL), false, strokes);
                    case REPLY -> arrow(arrow, y, ink(arrow, Ink.REPLY), true, strokes);
                    case NOTE -> dot(x(arrow.from()), y, strokes);
                    case ERROR -> cross(x(arrow.from()), y, strokes);
                }
            }
        }
    }

    private static Ink ink(Arrow arrow, Ink usual) {
        return arrow.standing() == Standing.OUT_OF_ORDER ? Ink.MISPLACED : usual;
    }

    private void arrow(Row row, double y, Ink ink, boolean dashed, List<Stroke> strokes) {
        double from = x(row.from());
        double to = x(row.to());
        double thick = ink == Ink.MISPLACED ? 2.2 : 1.4;
        if (isLoop(row)) {
            double right = from + LOOP;
            strokes.add(new Stroke.Line(ink, from, y, right, y, thick, dashed));
            strokes.add(new Stroke.Line(ink, right, y, right, y + 7, thick, dashed));
            strokes.add(new Stroke.Line(ink, right, y + 7, from + TIP, y + 7, thick, dashed));
            strokes.add(new Stroke.Tip(ink, from, y + 7, false));
            return;
        }
        boolean right = to > from;
        double end = to + (right ? -TIP : TIP);
        strokes.add(new Stroke.Line(ink, from, y, end, y, thick, dashed));
        strokes.add(new Stroke.Tip(ink, to, y, right));
    }

    private static void dot(double x, double y, List<Stroke> strokes) {
        strokes.add(new Stroke.Box(Ink.NOTE, x - 3, y - 3, 6, 6));
    }

    private static void cross(double x, double y, List<Stroke> strokes) {
        for (int way : new int[] {-1, 1}) {
            strokes.add(
                    new Stroke.Line(
                            Ink.ERROR,
                            x - CROSS,
                            y - way * CROSS,
                            x + CROSS,
                            y + way * CROSS,
                            2.4,
                            false));
        }
    }

    private void words(
            Row row, String line, Ink ink, boolean bold, double top, List<Stroke> strokes) {
        double wide = textWidth.applyAsDouble(line) * (bold ? BOLD : 1);
        double middle = (x(row.from()) + x(row.to())) / 2;
        double x =
                Math.clamp(
                        middle,
                        TIMES + GAP + wide / 2,
                        Math.max(TIMES + GAP + wide / 2, width - GAP - wide / 2));
        strokes.add(new Stroke.Box(Ink.BACKGROUND, x - wide / 2 - 2, top, wide + 4, LINE));
        strokes.add(new Stroke.Words(ink, x, top + 11, Anchor.MIDDLE, line, bold));
    }

    private static Ink textInk(Row row) {
        return switch (row) {
            case Ghost _ -> Ink.MUTED;
            case Arrow arrow -> arrow.kind() == Kind.ERROR ? Ink.ERROR : Ink.TEXT;
        };
    }

    private static Ink remarkInk(Row row) {
        return switch (row) {
            case Arrow _ -> Ink.MISPLACED;
            case Ghost ghost ->
                    switch (ghost.absence()) {
                        case MISSING -> Ink.ERROR;
                        case LATE -> Ink.MISPLACED;
                        case NOT_REACHED, AWAITED -> Ink.MUTED;
                    };
        };
    }

    private static void time(Row row, double y, List<Stroke> strokes) {
        if (!(row instanceof Arrow arrow)) {
            return;
        }
        double x = TIMES - GAP;
        strokes.add(
                new Stroke.Words(
                        Ink.MUTED,
                        x,
                        arrow.count() == 1 ? y + 4 : y - LINE + 4,
                        Anchor.END,
                        Offsets.words(arrow.at()),
                        false));
        if (arrow.count() > 1) {
            var until = "to " + Offsets.words(arrow.until());
            strokes.add(new Stroke.Words(Ink.MUTED, x, y + 4, Anchor.END, until, false));
        }
    }

    private static boolean isLoop(Row row) {
        return row.from() == row.to()
                && switch (row) {
                    case Ghost _ -> true;
                    case Arrow arrow -> arrow.kind() == Kind.CALL || arrow.kind() == Kind.REPLY;
                };
    }

    private double x(Lifeline line) {
        double half = textWidth.applyAsDouble(Lifeline.WEBSOCKET.title()) / 2 + GAP;
        double first = TIMES + half;
        double step = (width - half - first) / (Lifeline.values().length - 1);
        return Math.round(first + step * line.place()) + 0.5;
    }

    private double room() {
        return width - TIMES - 2 * GAP;
    }

    /** Breaks between words; a word that is longer than a line is broken too. */
    private List<String> wrapped(String text, double room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var words = new StringTokenizer(text);
        while (words.hasMoreTokens()) {
            var rest = words.nextToken();
            while (!rest.isEmpty()) {
                var longer = line.isEmpty() ? rest : line + " " + rest;
                if (textWidth.applyAsDouble(longer) <= room) {
                    line.setLength(0);
                    line.append(longer);
                    break;
                }
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                    continue;
                }
                int fits = rest.length();
                while (fits > 1 && textWidth.applyAsDouble(rest.substring(0, fits)) > room) {
                    fits--;
                }
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
