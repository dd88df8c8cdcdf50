package dev.gatescope.shared.sequence;

import dev.gatescope.shared.sequence.Row.Arrow;
import dev.gatescope.shared.sequence.Row.Ghost;

/** A sequence diagram as Mermaid text, for reports, issues and wikis. */
public final class Mermaid {
    private Mermaid() {}

    /** The text of a {@code sequenceDiagram}, with a line break at its end. */
    public static String of(SequenceDiagram diagram) {
        var text = new StringBuilder("sequenceDiagram\n");
        for (var line : Lifeline.values()) {
            text.append("    participant ").append(line.title()).append('\n');
        }
        for (var row : diagram.rows()) {
            text.append("    ").append(line(row)).append('\n');
        }
        return text.toString();
    }

    private static String line(Row row) {
        return switch (row) {
            case Ghost ghost -> noteOver(ghost) + ghost.remark() + ": " + escaped(ghost.text());
            case Arrow arrow ->
                    switch (arrow.kind()) {
                        case CALL -> from(arrow, "->>");
                        case REPLY -> from(arrow, "-->>");
                        case NOTE -> noteOver(arrow) + words(arrow);
                        case ERROR -> noteOver(arrow) + "ERROR: " + words(arrow);
                    };
        };
    }

    private static String from(Arrow arrow, String shaft) {
        return arrow.from().title() + shaft + arrow.to().title() + ": " + words(arrow);
    }

    private static String noteOver(Row row) {
        var from = row.from().title();
        return "Note over "
                + (row.from() == row.to() ? from : from + "," + row.to().title())
                + ": ";
    }

    private static String words(Arrow arrow) {
        var remark = arrow.remark().isEmpty() ? "" : ", " + arrow.remark();
        return escaped(arrow.text() + " (" + Offsets.words(arrow) + remark + ")");
    }

    /** Line breaks and semicolons end a statement, hashes begin an entity, and text is HTML. */
    private static String escaped(String text) {
        var safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '#' -> safe.append("#35;");
                case ';' -> safe.append("#59;");
                case '<' -> safe.append("#lt;");
                case '>' -> safe.append("#gt;");
                case '&' -> safe.append("#amp;");
                case '%' -> safe.append("#37;"); // two of them begin a comment
                default -> safe.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return safe.toString();
    }
}
