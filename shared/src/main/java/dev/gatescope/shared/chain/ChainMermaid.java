package dev.gatescope.shared.chain;

import dev.gatescope.shared.chain.Chain.Line;

import java.util.ArrayDeque;
import java.util.Deque;

/** A chain as a Mermaid flowchart, for reports, issues and wikis. */
public final class ChainMermaid {
    private ChainMermaid() {}

    /** The text of a {@code flowchart}, with a line break at its end. */
    public static String of(Chain chain) {
        var text = new StringBuilder("flowchart TD\n");
        Deque<Integer> path = new ArrayDeque<>();
        var lines = chain.lines();
        for (int i = 0; i < lines.size(); i++) {
            while (!path.isEmpty() && lines.get(path.peek()).depth() >= lines.get(i).depth()) {
                path.pop();
            }
            text.append("    ").append(node(i, lines.get(i))).append('\n');
            if (!path.isEmpty()) {
                text.append("    s%d -->|because| s%d\n".formatted(path.peek(), i));
            }
            path.push(i);
        }
        if (!chain.meanwhile().isEmpty()) {
            text.append("    meanwhile>\"Active meanwhile: ")
                    .append(escaped(String.join(", ", chain.meanwhile())))
                    .append("\"]\n");
        }
        return text.toString();
    }

    /** Roots are round, faults six-cornered; where the record ends the box leans. */
    private static String node(int number, Line line) {
        var shape =
                switch (line.root().orElse(null)) {
                    case null -> "s%d[\"%s\"]";
                    case FAULT -> "s%d{{\"%s\"}}";
                    case UNKNOWN -> "s%d[/\"%s\"/]";
                    case CLIENT, COMPONENT, OPERATOR, FLOW, GATEWAY, OTHER -> "s%d([\"%s\"])";
                };
        return shape.formatted(number, words(line));
    }

    private static String words(Line line) {
        var words = new StringBuilder(escaped(Chain.plain(line.step().sentence())));
        for (var evidence : line.step().evidence()) {
            words.append("<br/>").append(escaped(evidence));
        }
        line.root()
                .ifPresent(root ->
                        words.append("<br/>")
                                .append(root.title())
                                .append(escaped(ChainText.receipts(line))));
        return words.toString();
    }

    /** Quotes end a label, hashes begin an entity, semicolons end a statement, text is HTML. */
    private static String escaped(String text) {
        var safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '#' -> safe.append("#35;");
                case ';' -> safe.append("#59;");
                case '"' -> safe.append("#quot;");
                case '<' -> safe.append("#lt;");
                case '>' -> safe.append("#gt;");
                case '&' -> safe.append("#amp;");
                case '%' -> safe.append("#37;"); // two of them begin a comment
                case '`' -> safe.append("#96;"); // at its start it would make the label Markdown
                default -> safe.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return safe.toString();
    }
}
