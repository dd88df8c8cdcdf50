package dev.gatescope.gateway.experiment;

import dev.gatescope.shared.admin.Event;

import java.util.List;
import java.util.Map;

/**
 * How far one flow is, after each of its scripts.
 *
 * @param done scripts that are over
 * @param clients scripts in all
 * @param held what its gateway holds now
 * @param errors by kind, so far
 * @param newErrors what the gateway reported as errors during the script that is over, oldest first
 */
public record Reading(
        String label,
        int done,
        int clients,
        Rate connection,
        Rate routing,
        FlowResult.Held held,
        Map<String, Integer> errors,
        List<Event> newErrors) {}
