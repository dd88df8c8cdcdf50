package dev.gatescope.gateway.lifecycle;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A fact with its time, its id, what it is about and what caused it.
 *
 * @param id grows with time, and never repeats within one database
 * @param cause the id of the main cause, 0 where there is none
 * @param also the ids of further causes
 * @param faults the numbers of the injected faults that had a hand in it
 * @param user the connection's user when it happened
 */
public record Occurrence(
        long id,
        long epochMillis,
        long cause,
        List<Long> also,
        List<Long> faults,
        @Nullable Connection connection,
        @Nullable String user,
        Fact fact) {}
