package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.shared.admin.FaultInfo;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** What is known of a fault, active or over. For those who hold the plan's lock. */
final class FaultRecord {
    private final ActiveFault fault;
    private final String by;
    private final Instant startedAt;
    private final long startedNanos;
    private long leaseEndsNanos;
    private @Nullable Instant leaseEndsAt;
    private String state = FaultInfo.ACTIVE;
    private @Nullable String why;

    FaultRecord(ActiveFault fault, String by, Instant now, long nanos) {
        this.fault = fault;
        this.by = by;
        this.startedAt = now;
        this.startedNanos = nanos;
        renew(now, nanos);
    }

    ActiveFault fault() {
        return fault;
    }

    /** Its lease begins anew; nothing where it has none. */
    void renew(Instant now, long nanos) {
        var lease = fault.injection().lease();
        if (lease != null) {
            leaseEndsAt = now.plus(lease);
            leaseEndsNanos = nanos + lease.toNanos();
        }
    }

    /** How long until it is over if nothing happens; negative where that is overdue. */
    Duration left(long nanos) {
        var untilEnd = startedNanos + fault.injection().duration().toNanos() - nanos;
        var untilLeaseEnds = leaseEndsAt == null ? Long.MAX_VALUE : leaseEndsNanos - nanos;
        return Duration.ofNanos(Math.min(untilEnd, untilLeaseEnds));
    }

    /** Why it ends when its time is over. */
    String whyOver(long nanos) {
        return startedNanos + fault.injection().duration().toNanos() - nanos <= 0
                ? "its duration is over"
                : "its lease was not renewed";
    }

    void over(String how, String reason) {
        state = how;
        why = reason;
    }

    FaultInfo info() {
        var injection = fault.injection();
        var active = state.equals(FaultInfo.ACTIVE);
        return new FaultInfo(
                Ids.faultText(fault.number()),
                injection.kind().description().kind(),
                injection.arguments().all(),
                injection.asked(),
                injection.reason(),
                by,
                startedAt,
                startedAt.plus(injection.duration()),
                active ? leaseEndsAt : null,
                state,
                why,
                fault.hits(),
                fault.connections(),
                fault.spared(),
                injection.warnings().isEmpty() ? null : injection.warnings());
    }
}
