package dev.gatescope.shared.sequence;

import dev.gatescope.shared.sequence.Row.Arrow;
import dev.gatescope.shared.sequence.Row.Kind;
import dev.gatescope.shared.sequence.Row.Standing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps a long talk readable: a message that goes a way which no message went before is drawn in
 * full, and a run of messages that went known ways becomes one arrow. What is no message never
 * collapses.
 */
final class Messages {
    private final List<Arrow> arrows = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final List<Exchange> run = new ArrayList<>();

    private Messages() {}

    static List<Arrow> collapsed(List<Exchange> parts) {
        var messages = new Messages();
        parts.forEach(messages::add);
        messages.endRun();
        return messages.arrows;
    }

    private void add(Exchange part) {
        if (part.kind().isEmpty() || !part.over() || known.add(part.shape())) {
            endRun();
            arrows.addAll(part.arrows());
            return;
        }
        if (!run.isEmpty() && !goTogether(run.getLast(), part)) {
            endRun();
        }
        run.add(part);
    }

    /** What failed is only ever counted with its like. */
    private static boolean goTogether(Exchange one, Exchange next) {
        return one.shape().equals(next.shape()) || !(one.failed() || next.failed());
    }

    private void endRun() {
        if (!run.isEmpty()) {
            arrows.add(summary(run));
            run.clear();
        }
    }

    private static Arrow summary(List<Exchange> run) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        run.forEach(exchange -> counts.merge(exchange.kind(), 1, Integer::sum));
        var text =
                counts.entrySet().stream()
                        .map(kind -> kind.getKey() + " ×" + kind.getValue())
                        .collect(Collectors.joining(", "));
        var first = run.getFirst();
        var error = first.arrows().stream().filter(a -> a.kind() == Kind.ERROR).findFirst();
        var farthest = error.map(Arrow::from).orElse(Lifeline.HANDLER);
        return new Arrow(
                first.arrows().getFirst().at(),
                run.getLast().arrows().getLast().at(),
                error.isPresent() ? farthest : Lifeline.CLIENT,
                farthest,
                error.isPresent() ? Kind.ERROR : Kind.CALL,
                "messages " + String.join(" ", counts.keySet()),
                error.map(arrow -> text + ": " + arrow.text()).orElse(text),
                run.size(),
                null,
                null,
                Standing.FREE,
                "");
    }
}
