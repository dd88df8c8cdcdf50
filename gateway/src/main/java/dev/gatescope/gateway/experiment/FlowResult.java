package dev.gatescope.gateway.experiment;

import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What one flow did with all its clients. Counts of connections and messages are the gateway's own,
 * and agree with what its clients saw.
 *
 * @param label the flow's name, with a number where it took part more than once
 * @param connection ready of ready and failed
 * @param routing routed of routed and failed
 * @param owedKept scripts that got exactly what a right gateway owes
 * @param handlersLeft handlers registered when every connection is over
 * @param sessionsLeaked sessions that were still open when their request was over
 * @param errors by kind
 * @param errorRate failed connections and messages per 1,000 attempts
 * @param latency medians
 * @param answersPerSecond routed messages in each second in which clients were there
 * @param held how handlers and leaked sessions grew
 * @param groups by group, in the scenario's order
 * @param scripts what became of each script, in the order of their numbers
 * @param shown the events of one connection, that of {@link ExperimentResult#shownScript}
 */
public record FlowResult(
        String label,
        String flow,
        int clients,
        int ready,
        int rejected,
        int vanished,
        int failed,
        int routed,
        int refused,
        int abandoned,
        int routingFailed,
        Rate connection,
        Rate routing,
        int owedKept,
        int handlersLeft,
        int sessionsLeaked,
        Map<String, Integer> errors,
        @Nullable Double errorRate,
        Latency latency,
        double answersPerSecond,
        List<Held> held,
        List<GroupResult> groups,
        List<String> scripts,
        List<Event> shown) {

    public FlowResult {
        held = List.copyOf(held);
        groups = List.copyOf(groups);
        scripts = List.copyOf(scripts);
        shown = List.copyOf(shown);
    }

    /**
     * Medians in milliseconds, as clients measured that the scenario did not make wait; none where
     * nothing was measured.
     *
     * @param upgrade from the request to the answer that accepts it
     * @param welcome from the request to the welcome
     * @param answer from a message to its last answer
     */
    public record Latency(
            @Nullable Double upgrade, @Nullable Double welcome, @Nullable Double answer) {}

    /**
     * What a gateway held when so many clients had come and gone.
     *
     * @param connects connections that are over
     * @param requests messages that were handled
     */
    public record Held(int connects, int requests, int handlers, int sessionsLeaked) {}

    /**
     * One group of clients.
     *
     * @param owed what a right gateway owes each
     * @param naive the incident report's own check of it, for people
     * @param naivePassed how many pass that check
     */
    public record GroupResult(
            String group,
            String owed,
            int clients,
            int owedKept,
            @Nullable String naive,
            int naivePassed) {}
}
