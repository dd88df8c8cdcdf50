package dev.gatescope.gateway.report;

import java.util.Locale;

/** Writes an SVG whose colours come from the page's style sheet. For one thread. */
final class Canvas {
    private final StringBuilder svg = new StringBuilder();

    /**
     * @param title what is to be seen, for those who do not see it
     */
    Canvas(double width, double height, String title) {
        svg.append(
                "<svg class=\"chart\" viewBox=\"0 0 %s %s\" role=\"img\"><title>%s</title>\n"
                        .formatted(number(width), number(height), Html.escaped(title)));
    }

    void line(String styleClass, double x1, double y1, double x2, double y2) {
        svg.append(
                "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                        .formatted(styleClass, number(x1), number(y1), number(x2), number(y2)));
    }

    void dot(String styleClass, double x, double y, double radius) {
        svg.append(
                "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n"
                        .formatted(styleClass, number(x), number(y), number(radius)));
    }

    void box(String styleClass, double x, double y, double width, double height) {
        svg.append(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\"/>\n"
                        .formatted(
                                styleClass, number(x), number(y), number(width), number(height)));
    }

    void path(String styleClass, CharSequence points) {
        svg.append("<polyline class=\"%s\" points=\"%s\"/>\n".formatted(styleClass, points));
    }

    /**
     * @param anchor {@code start}, {@code middle} or {@code end}
     */
    void text(String styleClass, double x, double y, String anchor, String text) {
        svg.append(
                "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                        .formatted(styleClass, number(x), number(y), anchor, Html.escaped(text)));
    }

    String svg() {
        return svg + "</svg>\n";
    }

    static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
