package dev.gatescope.shared.chain;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.chain.Chain.Line;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A chain as plain text, for mails, tickets and terminals. */
public final class ChainText {
    private static final String INDENT = "  ";

    private ChainText() {}

    /** The text, with a line break at its end. */
    public static String of(Chain chain) {
        var text = new StringBuilder();
        for (var line : chain.lines()) {
            write(line, text);
        }
        if (!chain.meanwhile().isEmpty()) {
            text.append("Active meanwhile: ")
                    .append(String.join(", ", chain.meanwhile()))
                    .append(".\n");
        }
        return text.append(chain.summary()).append('\n').toString();
    }

    private static void write(Line line, StringBuilder text) {
        String indent = INDENT.repeat(line.depth());
        text.append(indent)
                .append(line.link().isEmpty() ? "" : line.link() + ": ")
                .append(Chain.plain(line.step().sentence()))
                .append('\n');
        String inner = indent + INDENT;
        text.append(inner).append(String.join(" · ", whenAndWhere(line))).append('\n');
        for (var evidence : line.step().evidence()) {
            text.append(inner).append("evidence: ").append(evidence).append('\n');
        }
        line.root()
                .ifPresent(root ->
                        text.append(inner)
                                .append(root.title())
                                .append(receipts(line))
                                .append('\n'));
    }

    /** Time, component, connection and event, as far as they are known. */
    static List<String> whenAndWhere(Line line) {
        var parts = new ArrayList<String>();
        @Nullable Event event = line.event();
        if (event != null) {
            parts.add(event.time().toString());
        }
        if (!line.step().component().isEmpty()) {
            parts.add(line.step().component());
        }
        if (event != null && event.connection() != null) {
            parts.add(event.connection());
        }
        parts.add(line.step().event());
        return parts;
    }

    /** The receipt of a root that is a fault; nothing elsewhere. */
    static String receipts(Line line) {
        boolean fault = line.root().filter(RootKind.FAULT::equals).isPresent();
        return fault && !line.receipts().isEmpty()
                ? ", receipt " + String.join(", ", line.receipts())
                : "";
    }
}
