package dev.gatescope.console.compare;

/**
 * A scenario that can be chosen.
 *
 * @param description what it shows, in a sentence or two
 * @param mostClients more make no sense
 */
public record ScenarioChoice(String name, String description, int mostClients) {}
