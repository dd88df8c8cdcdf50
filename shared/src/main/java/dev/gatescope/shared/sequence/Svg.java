package dev.gatescope.shared.sequence;

import dev.gatescope.shared.sequence.Drawing.Strip;

import java.util.Locale;

/**
 * A sequence diagram as SVG: one element without scripts, to be saved as a file or put into a page
 * of HTML, also several into one.
 */
public final class Svg {
    private static final double WIDTH = 760;
    private static final double LETTER = 6.6; // of the widest usual font at 11 pixels
    private static final double MARGIN = 8;

    private Svg() {}

    /** The SVG of a diagram, in the colours of a theme. */
    public static String of(SequenceDiagram diagram, Theme theme) {
        var drawing = new Drawing(WIDTH, text -> text.length() * LETTER);
        var head = drawing.head();
        var rows = diagram.rows().stream().map(drawing::strip).toList();
        double rowsHeight = rows.stream().mapToDouble(Strip::height).sum();
        double height = head.height() + rowsHeight + 2 * MARGIN;
        var svg = new StringBuilder();
        svg.append(
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"gatescope-sequence %s\""
                     + " width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\">%n")
                        .formatted(
                                theme.name().toLowerCase(Locale.ROOT),
                                number(WIDTH),
                                number(height),
                                number(WIDTH),
                                number(height)));
        svg.append("<title>Sequence of ").append(escaped(diagram.connection()));
        svg.append("</title>\n<style>").append(SvgStyle.of(theme)).append("</style>\n");
        svg.append("<rect class=\"background\" width=\"100%\" height=\"100%\"/>\n");
        double y = MARGIN + head.height();
        append(head, MARGIN, svg);
        append(drawing.lifelines(rowsHeight), y, svg);
        for (var row : rows) {
            append(row, y, svg);
            y += row.height();
        }
        return svg.append("</svg>\n").toString();
    }

    private static void append(Strip strip, double y, StringBuilder svg) {
        svg.append("<g transform=\"translate(0 ").append(number(y)).append(")\">");
        strip.strokes().forEach(stroke -> svg.append(element(stroke)));
        svg.append("</g>\n");
    }

    private static String element(Stroke stroke) {
        var ink = stroke.ink().styleClass();
        return switch (stroke) {
            case Stroke.Line(var _, var x1, var y1, var x2, var y2, var width, var dashed) ->
                    "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke-width=\"%s\"%s/>"
                            .formatted(
                                    ink,
                                    number(x1),
                                    number(y1),
                                    number(x2),
                                    number(y2),
                                    number(width),
                                    dashed ? " stroke-dasharray=\"5 4\"" : "");
            case Stroke.Tip(var _, var x, var y, var toTheRight) ->
                    "<path class=\"%s tip\" d=\"M%s %sl%s -4v8z\"/>"
                            .formatted(ink, number(x), number(y), toTheRight ? "-8" : "8");
            case Stroke.Box(var _, var x, var y, var width, var height) ->
                    "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"3\"/>"
                            .formatted(ink, number(x), number(y), number(width), number(height));
            case Stroke.Words(var _, var x, var y, var anchor, var text, var bold) ->
                    "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\"%s>%s</text>"
                            .formatted(
                                    ink,
                                    number(x),
                                    number(y),
                                    anchor.name().toLowerCase(Locale.ROOT),
                                    bold ? " font-weight=\"bold\"" : "",
                                    escaped(text));
        };
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    /** What XML would take for markup, and what it does not allow at all. */
    private static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
                    }
                });
        return safe.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || (c >= 0x20 && c < 0x7F)
                || (c >= 0xA0
                        && !Character.isSurrogate((char) Math.min(c, 0xFFFF))
                        && c != 0xFFFE
                        && c != 0xFFFF);
    }
}
