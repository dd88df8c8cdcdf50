package dev.gatescope.bench.proc;

/**
 * CPU time spent up to one instant, in nanoseconds, user and system together.
 *
 * @param wallNanos the instant, by the clock of {@link System#nanoTime()}
 * @param serverNanos by the server's process
 * @param benchNanos by this process: load generator and console reader
 * @param machineNanos by everything on the machine
 */
public record CpuReading(long wallNanos, long serverNanos, long benchNanos, long machineNanos) {

    /** What was spent from then to now. */
    public CpuReading since(CpuReading then) {
        return new CpuReading(
                wallNanos - then.wallNanos,
                serverNanos - then.serverNanos,
                benchNanos - then.benchNanos,
                machineNanos - then.machineNanos);
    }

    /** How much of one core this process had, 1 being all of it. */
    public double benchShare() {
        return (double) benchNanos / wallNanos;
    }

    /** How much of one core everything else had that is neither the server nor this process. */
    public double otherShare() {
        return Math.max(0, (double) (machineNanos - serverNanos - benchNanos) / wallNanos);
    }
}
