package dev.gatescope.shared.admin;

import java.time.Instant;
import java.util.Map;

/**
 * The figures of a second or a minute that is over.
 *
 * @param time its end
 * @param figures by name; a figure without a value then is left out
 */
public record HistoryPoint(Instant time, Map<String, Double> figures) {}
