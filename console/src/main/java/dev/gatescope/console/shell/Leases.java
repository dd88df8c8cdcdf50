package dev.gatescope.console.shell;

import dev.gatescope.shared.admin.FaultInfo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The leases of the faults that this console injected. Each is to be renewed when a third of it is
 * over, so that two renewals may fail before the fault ends. All times are the gateway's. For the
 * models' thread.
 */
final class Leases {
    private final Map<String, Lease> kept = new HashMap<>();

    private record Lease(Duration third, Instant end, Instant due) {}

    /** Has a fault's lease renewed from now on, as long as the fault lasts. */
    void keep(FaultInfo fault, Duration lease, Instant now) {
        var third = lease.dividedBy(3);
        kept.put(fault.id(), new Lease(third, fault.endsAt(), now.plus(third)));
    }

    /** Whether this console renews the fault's lease. */
    boolean keeps(String fault) {
        return kept.containsKey(fault);
    }

    /** Lets a fault end by itself. */
    void forget(String fault) {
        kept.remove(fault);
    }

    /** The faults to be renewed now; the next time that is when another third is over. */
    List<String> due(Instant now) {
        kept.values().removeIf(lease -> lease.end().isBefore(now));
        var due = new ArrayList<String>();
        kept.replaceAll((fault, lease) -> {
            if (now.isBefore(lease.due())) {
                return lease;
            }
            due.add(fault);
            return new Lease(lease.third(), lease.end(), now.plus(lease.third()));
        });
        return due;
    }
}
