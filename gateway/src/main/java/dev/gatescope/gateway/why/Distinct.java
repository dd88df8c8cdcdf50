package dev.gatescope.gateway.why;

import java.util.TreeSet;

/**
 * How many different ones there were: exact up to {@value #KEPT}, then an estimate that is right
 * within some five percent, in a space that does not grow. Keeps the least hashes only, as their
 * greatest tells how densely all lie. For one thread at a time.
 */
final class Distinct {
    static final int KEPT = 512;

    private static final double HASHES = Math.scalb(1.0, 63);

    private final TreeSet<Long> least = new TreeSet<>();
    private boolean full;

    /** One was seen, perhaps again. */
    void add(long number) {
        var hash = mixed(number) >>> 1;
        if (least.size() == KEPT) {
            if (hash > least.last()) {
                full = true;
                return;
            }
            if (least.add(hash)) {
                full = true;
                least.pollLast();
            }
            return;
        }
        least.add(hash);
    }

    /** One was seen, by its name. */
    void add(String name) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        add(hash);
    }

    /** How many different ones. */
    long count() {
        return full ? Math.round((KEPT - 1) * (HASHES / least.last())) : least.size();
    }

    /** Spreads numbers that lie close together evenly. */
    private static long mixed(long number) {
        var z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
