package dev.gatescope.gateway.faults;

/**
 * Chooses a percentage of numbered things; the same seed chooses the same.
 *
 * @param percent above 0 to 100
 */
record Chance(long seed, double percent) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Whether this one is chosen. */
    boolean meets(long number) {
        return percent >= 100 || share(number) * 100 < percent;
    }

    /** A number from 0 to 1, less than 1, that looks like chance. */
    double share(long number) {
        var mixed = seed + number * GOLDEN;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return (mixed >>> 11) * 0x1.0p-53;
    }
}
