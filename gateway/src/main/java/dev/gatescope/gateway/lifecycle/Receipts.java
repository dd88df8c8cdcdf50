package dev.gatescope.gateway.lifecycle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which injected faults had a hand in which events: in each that one of them hit, and in each that
 * has such a one as a cause, unless that was a step that went as it should. Costs nothing while
 * there are no faults. What nobody has asked for during some ten thousands of touched events is
 * forgotten. Safe from any thread.
 */
final class Receipts {
    private static final int GENERATION = 1 << 16;

    private volatile boolean any;
    private volatile Map<Long, List<Long>> young = new ConcurrentHashMap<>();
    private volatile Map<Long, List<Long>> old = Map.of();

    /** The faults that had a hand in a fact of these causes. */
    List<Long> of(Fact fact, long cause, List<Long> also) {
        if (fact instanceof FaultFact own) {
            return List.of(own.fault());
        }
        if (!any) {
            return List.of();
        }
        var ofCause = of(cause);
        if (also.isEmpty()) {
            return ofCause;
        }
        Set<Long> all = new LinkedHashSet<>(ofCause);
        also.forEach(event -> all.addAll(of(event)));
        return List.copyOf(all);
    }

    private List<Long> of(long event) {
        var faults = young.get(event);
        if (faults != null) {
            return faults;
        }
        var older = old.get(event);
        if (older == null) {
            return List.of();
        }
        keep(event, older);
        return older;
    }

    /** Notes what an event passes on. */
    void keep(Occurrence occurrence) {
        if (!occurrence.faults().isEmpty() && occurrence.fact().bearing() != Bearing.STEP) {
            any = true;
            keep(occurrence.id(), occurrence.faults());
        }
    }

    private void keep(long event, List<Long> faults) {
        young.put(event, faults);
        if (young.size() > GENERATION) {
            age();
        }
    }

    private synchronized void age() {
        if (young.size() > GENERATION) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
