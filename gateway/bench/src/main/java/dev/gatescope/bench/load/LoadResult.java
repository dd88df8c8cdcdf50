package dev.gatescope.bench.load;

import dev.gatescope.bench.proc.CpuReading;

import org.jspecify.annotations.Nullable;

/**
 * What a load saw.
 *
 * @param before when the window began
 * @param after when it ended
 * @param idleNanos how long within the window the generator had nothing to do
 * @param operations right answers, or whole cycles, within the window
 * @param p50Nanos median time to the answer, within the window
 * @param p99Nanos 99th percentile of it
 * @param errors wrong or missing answers and connections that did not work, in the whole run
 * @param firstError the first of them in words
 */
public record LoadResult(
        CpuReading before,
        CpuReading after,
        long idleNanos,
        long operations,
        long p50Nanos,
        long p99Nanos,
        long errors,
        @Nullable String firstError) {}
