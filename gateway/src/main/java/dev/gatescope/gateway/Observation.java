package dev.gatescope.gateway;

import dev.gatescope.gateway.journal.EventJournal;
import dev.gatescope.gateway.leaks.LeakLedger;
import dev.gatescope.gateway.lifecycle.EventLog;
import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.gateway.lifecycle.EventRing;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.metrics.Figures;
import dev.gatescope.gateway.metrics.Meters;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.why.Diagnosis;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Everything that looks at what happens: the hub and its observers, and those that read behind the
 * ring. Put together apart from the rest, which only reports to the hub.
 */
record Observation(
        LifecycleHub hub,
        EventRing ring,
        Figures figures,
        Meters meters,
        LeakLedger leaks,
        EventJournal journal,
        EventLog log,
        Diagnosis diagnosis,
        EventNumbers eventNumbers)
        implements AutoCloseable {
    private static final int RING_SIZE = 1 << 16;

    /**
     * @param on whether facts are observed at all
     * @param types the message types that are counted under their own name
     * @param faults the kinds of faults that there are
     * @param more observers beside the gateway's own
     */
    static Observation of(
            boolean on,
            Set<String> types,
            List<String> faults,
            List<LifecycleHub.Observer> more,
            Database database,
            Clock clock) {
        var ring = new EventRing(RING_SIZE);
        var figures = new Figures(clock);
        var meters = new Meters(types, faults);
        var leaks = new LeakLedger();
        var numbers = new EventNumbers();
        var observers = new ArrayList<LifecycleHub.Observer>();
        if (on) {
            observers.addAll(List.of(leaks, figures, meters.gateway(), ring));
            observers.addAll(more);
        }
        var hub = new LifecycleHub(clock, numbers, observers);
        return new Observation(
                hub,
                ring,
                figures,
                meters,
                leaks,
                new EventJournal(database, ring, hub, clock),
                new EventLog(ring, hub),
                new Diagnosis(ring, hub, clock),
                numbers);
    }

    /** Writes what has been published, then ends. */
    @Override
    public void close() {
        journal.close();
        diagnosis.close();
        log.close();
        meters.close();
    }
}
