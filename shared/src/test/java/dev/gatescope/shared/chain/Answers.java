package dev.gatescope.shared.chain;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.admin.Severity;
import dev.gatescope.shared.admin.Why;
import dev.gatescope.shared.admin.Why.Step;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Answers to why that a gateway may give. */
final class Answers {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Answers() {}

    /** A message that failed for a fault, and for the flow as well. */
    static Why twoRoots() {
        return new Why(
                List.of(event(5), event(4), event(3), event(2), event(1)),
                List.of(id(3), id(1)),
                true,
                List.of(
                        step(5, 0, "router", "Routing failed: no handler took chat.", ""),
                        step(4, 1, "registration", "No handler was registered.", ""),
                        step(3, 2, "faults", "ann injected the fault <late>.", "fault"),
                        step(2, 1, "flow", "Nothing waited for the start.", ""),
                        step(1, 2, "flow", "Flow legacy has no startup gate.", "flow")),
                List.of("clock-ahead fault_000000000009"));
    }

    /** One of which nothing is recorded. */
    static Why cut() {
        return new Why(
                List.of(event(1)),
                List.of(),
                false,
                List.of(step(1, 0, "router", "Routing failed.", "unknown")),
                List.of());
    }

    private static Step step(int number, int depth, String part, String sentence, String root) {
        return new Step(
                id(number),
                depth,
                part,
                sentence,
                number == 5 ? List.of("type chat; \"raw\"") : List.of(),
                root);
    }

    private static Event event(int number) {
        @Nullable List<String> faults = number == 3 ? List.of("fault_000000000001") : null;
        return new Event(
                id(number),
                NOON.plusMillis(number),
                "message.failed",
                Severity.ERROR,
                number == 5 ? "conn_00000000000a" : null,
                null,
                null,
                null,
                faults,
                "It happened.",
                Map.of());
    }

    private static String id(int number) {
        return "evt_%016x".formatted(number);
    }
}
