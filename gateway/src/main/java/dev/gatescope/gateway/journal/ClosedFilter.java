package dev.gatescope.gateway.journal;

import org.jspecify.annotations.Nullable;

/**
 * Which closed connections to look for.
 *
 * @param closedSince closed not before, in milliseconds since 1970
 * @param closedUntil closed before
 * @param before only connections with a smaller number, which opened earlier
 * @param user none for any
 * @param demo whether those of demo traffic are wanted
 */
public record ClosedFilter(
        long closedSince,
        long closedUntil,
        long before,
        @Nullable String user,
        boolean demo,
        int limit) {}
