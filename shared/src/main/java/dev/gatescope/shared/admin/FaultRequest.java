package dev.gatescope.shared.admin;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What somebody asks for who injects a fault.
 *
 * @param parameters those that are not to have their default
 * @param duration in ISO-8601; after it the fault is over in any case
 * @param lease in ISO-8601; the fault ends when it is not renewed for so long
 * @param seed of the choice that a percentage makes; the same seed chooses the same
 * @param stopWhen ends the fault by itself
 * @param reason why, for the journal
 */
public record FaultRequest(
        String kind,
        Map<String, Object> parameters,
        @Nullable FaultScope scope,
        String duration,
        @Nullable String lease,
        @Nullable Long seed,
        @Nullable StopWhen stopWhen,
        String reason) {

    /**
     * The fault ends as soon as a figure of the last 60 s passes a bound.
     *
     * @param figure {@code connection_success}, {@code routing_success} (ratios of 0 to 1), {@code
     *     error_rate}, {@code handlers_leaked}, {@code sessions_leaked} or {@code sessions_open}
     * @param below ends it when the figure is less; none to bound it above only
     * @param above ends it when the figure is greater; none to bound it below only
     */
    public record StopWhen(String figure, @Nullable Double below, @Nullable Double above) {}
}
