package dev.gatescope.console.faults;

import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultScope;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The three errors of the incident report, each brought about by a few faults at once. */
enum Preset {
    ERROR_1(
            "preset-1",
            "Error 1",
            "Message routing failed",
            "Clients are let in while the thread service is not there yet: nobody has registered a"
                    + " handler for their messages.",
            null,
            List.of("component-late", "gate-off")),
    ERROR_2(
            "preset-2",
            "Error 2",
            "Connection used when it is not open",
            "A tenth of the connections end without warning while messages and answers are on their"
                    + " way.",
            10.0,
            List.of("tcp-reset", "close-with-code")),
    ERROR_3(
            "preset-3",
            "Error 3",
            "Database session without a scope",
            "Sessions are not given back after a request until none is left for the next.",
            null,
            List.of("session-not-closed", "session-pool-exhausted"));

    private static final String DURATION = "PT1M";
    private static final String LEASE = "PT10S";
    private static final long SEED = 1;

    private final String id;
    private final String title;
    private final String error;
    private final String sentence;
    private final @Nullable Double percent;
    private final List<String> kinds;

    Preset(
            String id,
            String title,
            String error,
            String sentence,
            @Nullable Double percent,
            List<String> kinds) {
        this.id = id;
        this.title = title;
        this.error = error;
        this.sentence = sentence;
        this.percent = percent;
        this.kinds = kinds;
    }

    /** The id of its button. */
    String id() {
        return id;
    }

    /** The name on its button. */
    String title() {
        return title;
    }

    /** What the report calls the error. */
    String error() {
        return error;
    }

    /** How it comes about. */
    String sentence() {
        return sentence;
    }

    /** The kinds that it needs, all of them. */
    List<String> kinds() {
        return kinds;
    }

    /** Whether a gateway that has these kinds can bring the error about. */
    boolean isPossibleWith(Set<String> known) {
        return known.containsAll(kinds);
    }

    /** What is to be injected, in this order: each for a minute, with a lease. */
    List<FaultRequest> requests() {
        var scope = new FaultScope(percent, null, null, null);
        return kinds.stream()
                .map(kind ->
                        new FaultRequest(
                                kind,
                                Map.of(),
                                scope,
                                DURATION,
                                LEASE,
                                percent == null ? null : SEED,
                                null,
                                "%s of the report: %s".formatted(title, error)))
                .toList();
    }
}
