package dev.gatescope.bench;

import dev.gatescope.bench.load.LoadResult;

import org.jspecify.annotations.Nullable;

/**
 * One measurement of one variant.
 *
 * @param cpuMicros CPU time of the server per operation
 * @param rate operations per second
 * @param p50Micros median time to the answer
 * @param p99Micros 99th percentile of it
 * @param generatorCpu the share of its core that the load generator and the console reader used;
 *     near 1 they, not the server, set the rate
 * @param otherCpu the share of one core that other programs used meanwhile
 * @param operations how many the figures rest on
 * @param errors anything that was not the right answer; a sample with errors is worth nothing
 * @param firstError the first of them in words
 * @param streamFrames frames that the console reader got, where there was one
 * @param streamBytes characters in them
 */
record Sample(
        double cpuMicros,
        double rate,
        double p50Micros,
        double p99Micros,
        double generatorCpu,
        double otherCpu,
        long operations,
        long errors,
        @Nullable String firstError,
        long streamFrames,
        long streamBytes) {

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    static Sample of(LoadResult load, long streamFrames, long streamBytes) {
        var spent = load.after().since(load.before());
        return new Sample(
                spent.serverNanos() / NANOS_PER_MICRO / load.operations(),
                load.operations() / (spent.wallNanos() / NANOS_PER_SECOND),
                load.p50Nanos() / NANOS_PER_MICRO,
                load.p99Nanos() / NANOS_PER_MICRO,
                spent.benchShare() - (double) load.idleNanos() / spent.wallNanos(),
                spent.otherShare(),
                load.operations(),
                load.errors(),
                load.firstError(),
                streamFrames,
                streamBytes);
    }

    /** The same with one more error. */
    Sample failed(String error) {
        return new Sample(
                cpuMicros,
                rate,
                p50Micros,
                p99Micros,
                generatorCpu,
                otherCpu,
                operations,
                errors + 1,
                firstError == null ? error : firstError,
                streamFrames,
                streamBytes);
    }
}
