package dev.gatescope.bench.load;

import dev.gatescope.bench.proc.CpuReading;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * When a load is measured.
 *
 * @param leadIn how long the load runs before, so that nothing of its beginning is counted
 * @param length how long it is measured
 * @param cpu read at the beginning and at the end, by the load thread itself: so the time spent and
 *     the operations counted belong to the same instants
 */
public record Window(Duration leadIn, Duration length, Supplier<CpuReading> cpu) {}
