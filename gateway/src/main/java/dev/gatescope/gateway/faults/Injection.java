package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultRequest.StopWhen;
import dev.gatescope.shared.admin.FaultScope;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A fault as it is to be injected: asked for, checked, and nothing left open.
 *
 * @param asked the scope that was asked for
 * @param scope what of it this kind can use
 * @param lease none where it needs no renewal
 * @param warnings what of the request does nothing
 */
record Injection(
        FaultKind kind,
        Arguments arguments,
        FaultScope asked,
        FaultScope scope,
        Duration duration,
        @Nullable Duration lease,
        long seed,
        @Nullable StopWhen stopWhen,
        String reason,
        List<String> warnings) {
    /** No fault lasts longer. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
    private static final int MOST_REASON = 500;
    private static final int MOST_NAME = 128;

    Injection {
        warnings = List.copyOf(warnings);
    }

    /** What it does, to what, and for how long, for people. */
    String sentence() {
        var text = new StringBuilder(kind.description().kind());
        if (!arguments.all().isEmpty()) {
            text.append(' ').append(arguments.all());
        }
        text.append(" for ").append(duration);
        append(text, " percent", scope.percent());
        append(text, " user", scope.user());
        append(text, " connection", scope.connection());
        append(text, " type", scope.type());
        return text.append('.').toString();
    }

    private static void append(StringBuilder text, String what, @Nullable Object value) {
        if (value != null) {
            text.append(",").append(what).append(' ').append(value);
        }
    }

    /** The share that is chosen, above 0 to 100. */
    double percent() {
        var percent = scope.percent();
        return percent == null ? 100 : percent;
    }

    /**
     * What this request asks for.
     *
     * @param unknown names of fields that it has and nobody knows
     * @throws InvalidFault naming the field that has to be mended
     */
    static Injection of(FaultRequest request, List<String> unknown, Catalogue catalogue)
            throws InvalidFault {
        var kind = catalogue.kind(request.kind());
        var description = kind.description();
        var arguments = Arguments.of(description.parameters(), request.parameters());
        var asked = request.scope() == null ? FaultScope.EVERYTHING : checked(request.scope());
        var warnings = new ArrayList<String>();
        unknown.forEach(field -> warnings.add(field + " is not known here, and does nothing."));
        var scope = usable(asked, description, warnings);
        var duration = duration("duration", request.duration(), Duration.ofMillis(1));
        var lease =
                request.lease() == null ? null : duration("lease", request.lease(), SHORTEST_LEASE);
        var stopWhen = request.stopWhen();
        if (stopWhen != null) {
            StopFigure.check(stopWhen);
        }
        var seed = request.seed();
        return new Injection(
                kind,
                arguments,
                asked,
                scope,
                duration,
                lease,
                seed == null ? ThreadLocalRandom.current().nextLong() : seed,
                stopWhen,
                reason(request.reason()),
                warnings);
    }

    private static Duration duration(String field, String text, Duration shortest)
            throws InvalidFault {
        try {
            var duration = Duration.parse(text);
            if (duration.compareTo(shortest) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            // Said below.
        }
        throw InvalidFault.of(
                field,
                field
                        + " must be an ISO-8601 duration from "
                        + shortest
                        + " to "
                        + LONGEST
                        + ", such as PT30S.");
    }

    private static String reason(String reason) throws InvalidFault {
        var text = reason.strip();
        if (text.isEmpty() || text.length() > MOST_REASON) {
            throw InvalidFault.of(
                    "reason", "reason must say why, in 1 to " + MOST_REASON + " characters.");
        }
        return text;
    }

    private static FaultScope checked(FaultScope scope) throws InvalidFault {
        var percent = scope.percent();
        if (percent != null && !(percent > 0 && percent <= 100)) {
            throw InvalidFault.of(
                    "scope.percent", "scope.percent must be above 0, and 100 at most.");
        }
        var connection = scope.connection();
        if (connection != null && Ids.connection(connection).isEmpty()) {
            throw InvalidFault.of(
                    "scope.connection",
                    "scope.connection must be a connection's id, conn_ and 12 hex digits.");
        }
        checkName("scope.user", scope.user());
        checkName("scope.type", scope.type());
        return scope;
    }

    private static void checkName(String field, @Nullable String name) throws InvalidFault {
        if (name != null && (name.isBlank() || name.length() > MOST_NAME)) {
            throw InvalidFault.of(
                    field, field + " must be a text of 1 to " + MOST_NAME + " characters.");
        }
    }

    /** What of a scope the kind can use; the rest is warned of. */
    private static FaultScope usable(
            FaultScope scope, FaultKind.Description kind, List<String> warnings) {
        return new FaultScope(
                usable(ScopeField.PERCENT, scope.percent(), kind, warnings),
                usable(ScopeField.USER, scope.user(), kind, warnings),
                usable(ScopeField.CONNECTION, scope.connection(), kind, warnings),
                usable(ScopeField.TYPE, scope.type(), kind, warnings));
    }

    private static <T> @Nullable T usable(
            ScopeField field,
            @Nullable T value,
            FaultKind.Description kind,
            List<String> warnings) {
        if (value == null || kind.scopes().contains(field)) {
            return value;
        }
        warnings.add(
                "scope."
                        + field.word()
                        + " does nothing: "
                        + kind.kind()
                        + " cannot be narrowed by it.");
        return null;
    }
}
