package dev.gatescope.shared.admin;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A fault that was injected.
 *
 * @param id {@code fault_} and twelve hex digits
 * @param by the label of who asked for it
 * @param endsAt when it ends by itself, unless its lease runs out before
 * @param leaseEndsAt when it ends unless its lease is renewed; none where it has no lease
 * @param state {@code active}, {@code expired} or {@code stopped}
 * @param ended why it is over, in words; none while it is active
 * @param hits how often it acted
 * @param connections how many connections it touched
 * @param spared how often it did not act although it should have, since it had touched as many
 *     connections as it may
 * @param warnings what of the request it cannot use
 */
public record FaultInfo(
        String id,
        String kind,
        Map<String, Object> parameters,
        FaultScope scope,
        String reason,
        String by,
        Instant startedAt,
        Instant endsAt,
        @Nullable Instant leaseEndsAt,
        String state,
        @Nullable String ended,
        long hits,
        long connections,
        long spared,
        @Nullable List<String> warnings) {
    public static final String ACTIVE = "active";
    public static final String EXPIRED = "expired";
    public static final String STOPPED = "stopped";
}
