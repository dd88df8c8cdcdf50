package dev.gatescope.shared.chain;

import dev.gatescope.shared.chain.Chain.Line;

import java.util.stream.Collectors;

/** A chain as a Markdown list, for issues and wikis. */
public final class ChainMarkdown {
    private static final String INDENT = "  ";
    private static final String SPECIAL = "\\`*_{}[]<>|#~";

    private ChainMarkdown() {}

    /** The list, with a line break at its end. */
    public static String of(Chain chain) {
        var text = new StringBuilder();
        for (var line : chain.lines()) {
            write(line, text);
        }
        text.append('\n');
        if (!chain.meanwhile().isEmpty()) {
            text.append(
                    chain.meanwhile().stream()
                            .map(ChainMarkdown::escaped)
                            .collect(Collectors.joining(", ", "Active meanwhile: ", ".\n\n")));
        }
        return text.append(chain.summary()).append('\n').toString();
    }

    /** Text that means nothing but itself in Markdown, on one line. */
    public static String escaped(String text) {
        var safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                safe.append(' ');
                continue;
            }
            if (SPECIAL.indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.append(c);
        }
        return safe.toString();
    }

    /** A sentence of a gateway, in which backticks mark what is code as they do in Markdown. */
    public static String sentence(String sentence) {
        var parts = sentence.split("`", -1);
        if (parts.length % 2 == 0) {
            return escaped(sentence);
        }
        var text = new StringBuilder(escaped(parts[0]));
        for (int i = 1; i < parts.length; i += 2) {
            text.append('`').append(parts[i]).append('`').append(escaped(parts[i + 1]));
        }
        return text.toString();
    }

    private static void write(Line line, StringBuilder text) {
        String indent = INDENT.repeat(line.depth());
        text.append(indent)
                .append("- ")
                .append(line.link().isEmpty() ? "" : line.link() + " ")
                .append("**")
                .append(sentence(line.step().sentence()))
                .append("**");
        line.root()
                .ifPresent(root ->
                        text.append(" — ")
                                .append(root.title())
                                .append(escaped(ChainText.receipts(line))));
        text.append('\n');
        String inner = indent + INDENT + "- ";
        text.append(inner)
                .append(escaped(String.join(" · ", ChainText.whenAndWhere(line))))
                .append('\n');
        for (var evidence : line.step().evidence()) {
            text.append(inner).append("evidence: ").append(escaped(evidence)).append('\n');
        }
    }
}
