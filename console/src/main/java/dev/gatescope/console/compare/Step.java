package dev.gatescope.console.compare;

import dev.gatescope.shared.admin.Event;

import java.util.List;
import java.util.Map;

/**
 * How far one flow is when one more of its scripts is over.
 *
 * @param flow its label
 * @param done scripts that are over
 * @param handlers what its gateway holds now
 * @param sessionsLeaked sessions that were still open when their request was over
 * @param errors by kind, so far
 * @param newErrors what its gateway reported as errors during this script
 */
public record Step(
        String flow,
        int done,
        Share connection,
        Share routing,
        int handlers,
        int sessionsLeaked,
        Map<String, Integer> errors,
        List<Event> newErrors) {
    public Step {
        errors = Map.copyOf(errors);
        newErrors = List.copyOf(newErrors);
    }
}
