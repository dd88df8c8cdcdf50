package dev.gatescope.shared.admin;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Something that was, or is, held although its owner is over.
 *
 * @param id {@code leak_} and the number of the event that told of it
 * @param kind {@code handler}, {@code session}, {@code thread}, {@code timer} or {@code socket}
 * @param expected where it should have been given back, such as {@code end of the connection}
 * @param since when its owner was over
 * @param acquired when it was taken
 * @param ageS seconds since it was taken, until now or until it was given back
 * @param acquiredAt the first frame of the stack outside libraries
 * @param stack where it was taken, innermost first
 * @param state {@code leaked}, {@code returned} (by itself, late) or {@code reclaimed}
 * @param endedAt when it was returned or reclaimed
 * @param fingerprint the same for all that were taken at the same place
 * @param event the event that told of the leak
 */
public record LeakInfo(
        String id,
        String kind,
        Owner owner,
        String expected,
        Instant since,
        Instant acquired,
        double ageS,
        String acquiredAt,
        List<String> stack,
        String state,
        @Nullable Instant endedAt,
        String fingerprint,
        String event) {
    public static final String LEAKED = "leaked";
    public static final String RETURNED = "returned";
    public static final String RECLAIMED = "reclaimed";

    /**
     * Whose it was.
     *
     * @param request the event of the message for which it was taken; none where it was the
     *     connection's
     */
    public record Owner(
            @Nullable String connection, @Nullable String user, @Nullable String request) {}
}
