package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.shared.admin.Severity;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;

/** Reads the parameters of requests; what cannot be read is a problem that names the field. */
final class Parameters {
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1_000;
    private static final Duration LONGEST = Duration.ofDays(7);

    private Parameters() {}

    /** How many items are wanted: 100 where nothing is said, 1,000 at most. */
    static int limit(AdminRequest request) throws AdminProblem {
        var text = request.parameter("limit");
        if (text == null) {
            return USUAL_LIMIT;
        }
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1) {
                return Math.min(limit, MOST);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw AdminProblem.ofField("limit", "limit must be a whole number from 1 to " + MOST + ".");
    }

    /** An ISO-8601 instant in milliseconds. */
    static OptionalLong instant(AdminRequest request, String name) throws AdminProblem {
        var text = request.parameter(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Instant.parse(text).toEpochMilli());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw AdminProblem.ofField(
                    name, name + " must be an ISO-8601 instant such as 2026-01-31T12:00:00Z.");
        }
    }

    /** An ISO-8601 duration, a week at most. */
    static @Nullable Duration duration(AdminRequest request, String name) throws AdminProblem {
        var text = request.parameter(name);
        if (text == null) {
            return null;
        }
        try {
            var duration = Duration.parse(text);
            if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw AdminProblem.ofField(
                name, name + " must be an ISO-8601 duration of a week at most, such as PT5M.");
    }

    /** A connection's number. */
    static OptionalLong connection(AdminRequest request, String name) throws AdminProblem {
        var text = request.parameter(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        var number = Ids.connection(text);
        if (number.isEmpty()) {
            throw AdminProblem.ofField(
                    name, name + " must be a connection's id, conn_ and 12 hex digits.");
        }
        return number;
    }

    /** An event's number. */
    static OptionalLong event(AdminRequest request, String name) throws AdminProblem {
        var text = request.parameter(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        var number = Ids.event(text);
        if (number.isEmpty()) {
            throw AdminProblem.ofField(
                    name, name + " must be an event's id, evt_ and 16 hex digits.");
        }
        return number;
    }

    static @Nullable Severity severity(AdminRequest request) throws AdminProblem {
        var text = request.parameter("severity");
        if (text == null) {
            return null;
        }
        try {
            return Severity.of(text);
        } catch (IllegalArgumentException e) {
            throw AdminProblem.ofField(
                    "severity", "severity must be debug, info, warning or error.");
        }
    }
}
