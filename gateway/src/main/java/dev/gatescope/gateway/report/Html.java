package dev.gatescope.gateway.report;

import java.util.List;

/** Pieces of HTML. Texts are escaped here and nowhere else. */
final class Html {
    private Html() {}

    /** A text as it may stand anywhere in a page. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A cell of a table: markup, and whether it is a figure. */
    record Cell(String markup, boolean figure) {
        static Cell text(String text) {
            return new Cell(escaped(text), false);
        }

        /** The name of a flow, which may be long, and break after a plus. */
        static Cell flow(String label) {
            return new Cell(breakable(label), false);
        }

        static Cell figure(String text) {
            return new Cell(escaped(text), true);
        }

        static Cell figure(long number) {
            return figure("%,d".formatted(number).replace(',', '\u202f'));
        }

        static Cell markup(String markup) {
            return new Cell(markup, false);
        }
    }

    /** A table; a column is right-aligned where its first cell is a figure. */
    static String table(List<String> headings, List<List<Cell>> rows) {
        var html = new StringBuilder("<div class=\"scroll\"><table><thead><tr>");
        for (var i = 0; i < headings.size(); i++) {
            var figure = !rows.isEmpty() && rows.getFirst().get(i).figure();
            html.append(figure ? "<th class=\"figure\">" : "<th>")
                    .append(breakable(headings.get(i)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
        for (var row : rows) {
            html.append("<tr>");
            for (var cell : row) {
                html.append(cell.figure() ? "<td class=\"figure\">" : "<td>")
                        .append(cell.markup())
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private static String breakable(String text) {
        return escaped(text).replace("+", "+<wbr>");
    }

    /** A part of the page, with what it says in one sentence. */
    static String section(String title, String lead, String body) {
        return "<section>\n<h2>%s</h2>\n%s%s</section>\n"
                .formatted(
                        escaped(title),
                        lead.isEmpty() ? "" : "<p class=\"lead\">" + escaped(lead) + "</p>\n",
                        body);
    }

    /** A status as shape, word and colour. */
    static String badge(Tone tone, String word) {
        return "<span class=\"badge %s\">%s\u00a0%s</span>"
                .formatted(tone.styleClass, tone.shape, escaped(word));
    }

    /** How good something is. */
    enum Tone {
        GOOD("good", "●"),
        BAD("bad", "■"),
        OPEN("open", "▲");

        private final String styleClass;
        private final String shape;

        Tone(String styleClass, String shape) {
            this.styleClass = styleClass;
            this.shape = shape;
        }
    }
}
