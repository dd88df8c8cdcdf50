package dev.gatescope.gateway.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * A fact with its time, its id, what it is about and what caused it.
 *
 * @param id grows with time, and never repeats within one database
 * @param cause the id of the main cause, 0 where there is none
 * @param also the id of a further cause, 0 where there is none
 * @param user the connection's user when it happened
 */
public record Occurrence(
        long id,
        long epochMillis,
        long cause,
        long also,
        @Nullable Connection connection,
        @Nullable String user,
        Fact fact) {}
