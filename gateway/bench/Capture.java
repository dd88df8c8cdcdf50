import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Place;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;

/**
 * What it costs to find out who takes a handler or a session: CPU time of one look, in the cheapest
 * of many rounds, at the end of a stack as deep as a request's, observed and not observed.
 */
final class Capture {
    private static final int DEPTH = 40;
    private static final int ROUNDS = 40;
    private static final int LOOKS = 50_000;

    private Capture() {}

    public static void main(String[] args) {
        var clock = Clock.systemUTC();
        var on = new LifecycleHub(clock, new EventNumbers(), List.of(_ -> {}));
        var off = new LifecycleHub(clock, new EventNumbers(), List.of());
        System.out.println("observed: " + cheapest(on) + " ns");
        System.out.println("not observed: " + cheapest(off) + " ns");
    }

    private static long cheapest(LifecycleHub hub) {
        var threads = ManagementFactory.getThreadMXBean();
        var cheapest = Long.MAX_VALUE;
        var frames = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            var before = threads.getCurrentThreadCpuTime();
            for (var i = 0; i < LOOKS; i++) {
                frames += below(DEPTH, hub).stack().size();
            }
            cheapest = Math.min(cheapest, (threads.getCurrentThreadCpuTime() - before) / LOOKS);
        }
        if (frames < 0) {
            throw new AssertionError("the looks are not to be left out");
        }
        return cheapest;
    }

    private static Place below(int depth, LifecycleHub hub) {
        return depth == 0 ? hub.places().here(Capture.class) : below(depth - 1, hub);
    }
}
