package dev.gatescope.gateway.journal;

import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.shared.admin.ConnectionInfo;

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
        int limit) {
    /** Whether this is one of the connections to look for; demo traffic has chunks of its own. */
    boolean wants(ConnectionInfo connection) {
        var closedAt = connection.closedAt();
        return closedAt != null
                && closedAt.toEpochMilli() >= closedSince
                && closedAt.toEpochMilli() < closedUntil
                && Ids.connection(connection.id()).orElse(0) < before
                && (user == null || user.equals(connection.user()));
    }
}
