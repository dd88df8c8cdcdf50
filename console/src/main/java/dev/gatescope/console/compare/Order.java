package dev.gatescope.console.compare;

/**
 * What is to be run.
 *
 * @param scenario its name
 * @param flows names with commas between, or {@code ladder}
 * @param clients how many come to each flow
 * @param seed decides the order within groups and the texts
 */
public record Order(String scenario, String flows, int clients, long seed) {}
