package dev.gatescope.gateway.lifecycle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What an event rests on: first what explains it, then what also had to do with it, such as the
 * message or the step to which it happened.
 *
 * @param main {@link LifecycleHub#NONE} where there is no cause at all
 */
public record Causes(long main, List<Long> also) {
    public Causes {
        also = List.copyOf(also);
    }

    /** The best explanation first; what is no event is left out. */
    public static Causes of(long... bestFirst) {
        return of(List.of(), bestFirst);
    }

    /** Events that explain it, the best first, and then others; what is no event is left out. */
    public static Causes of(List<Long> explanations, long... others) {
        Set<Long> all = new LinkedHashSet<>(explanations);
        LongStream.of(others).forEach(all::add);
        all.remove(LifecycleHub.NONE);
        var ordered = List.copyOf(all);
        return ordered.isEmpty()
                ? new Causes(LifecycleHub.NONE, ordered)
                : new Causes(ordered.getFirst(), ordered.subList(1, ordered.size()));
    }
}
