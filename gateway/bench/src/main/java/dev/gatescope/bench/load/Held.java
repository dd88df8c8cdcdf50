package dev.gatescope.bench.load;

import org.jspecify.annotations.Nullable;

/**
 * What was read while connections were held.
 *
 * @param reading the reading
 * @param errors wrong or missing answers and connections that did not work
 * @param firstError the first of them in words
 */
public record Held<T>(T reading, long errors, @Nullable String firstError) {}
