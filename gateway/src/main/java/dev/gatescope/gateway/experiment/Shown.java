package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.lifecycle.Words;
import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * Chooses the script whose connections are shown as sequence diagrams: the one that tells most of
 * what is wrong in the first flow.
 */
final class Shown {
    private Shown() {}

    /**
     * The script with the most kinds of errors in the first flow, of those that got as far as
     * sending a message where there is one; of equals, the first.
     */
    static @Nullable Script choose(List<ScriptResult> results) {
        return results.stream()
                .max(
                        Comparator.comparing((ScriptResult result) -> sent(result))
                                .thenComparingInt(result -> result.gateway().errors().size())
                                .thenComparingInt(result -> -result.script().number()))
                .map(ScriptResult::script)
                .orElse(null);
    }

    private static boolean sent(ScriptResult result) {
        return !result.saw().answers().isEmpty() && !result.owedKept();
    }

    /** What the gateway says of this script's connection, oldest first. */
    static List<Event> events(Contestant contestant, @Nullable Script script) {
        var connection = script == null ? null : contestant.connection(script);
        return connection == null
                ? List.of()
                : connection.timeline().stream().map(Words::event).toList();
    }
}
