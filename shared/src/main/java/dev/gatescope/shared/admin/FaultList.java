package dev.gatescope.shared.admin;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The faults of a gateway, newest first.
 *
 * @param allowed whether new ones are taken now; not after <i>stop all</i> until released
 * @param nextCursor where the next page begins; none on the last one
 */
public record FaultList(List<FaultInfo> items, boolean allowed, @Nullable String nextCursor) {
    /** The only page. */
    public FaultList(List<FaultInfo> items, boolean allowed) {
        this(items, allowed, null);
    }
}
