package dev.gatescope.gateway.why;

import dev.gatescope.shared.admin.Event;
import dev.gatescope.shared.protocol.Timestamps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the record shows about an event in a chain: its values, and how far apart things were. */
final class Evidence {
    private final RecordedEvents record;
    private final Timestamps timestamps = new Timestamps();

    Evidence(RecordedEvents record) {
        this.record = record;
    }

    /** The evidence of an event. */
    List<String> of(Event event) {
        return switch (event.type()) {
            case "message.failed" -> ofFailure(event);
            case "message.refused", "connection.rejected" -> fields(event, "why");
            case "registration.failed" -> fields(event, "why", "exception");
            case "session.scope_failed" -> fields(event, "reason", "exception");
            case "session.rolled_back" -> fields(event, "exception");
            case "connection.wrong_state" ->
                    fields(event, "complaint", "client_flag", "application_flag");
            case "connection.closed" -> ofClosed(event);
            case "component.starting", "component.failed" -> ofMissing(event);
            case "component.ready" -> fields(event, "took_ms");
            case "fault.started" -> fields(event, "fault", "what", "reason");
            case "fault.hit" -> fields(event, "fault");
            case "operator.acted" -> fields(event, "who", "reason");
            case "flow.property" -> ofProperty(event);
            default -> List.of();
        };
    }

    private static List<String> ofFailure(Event event) {
        var evidence = new ArrayList<>(fields(event, "code", "exception", "to_connection"));
        var inARow = Data.text(event, "error_count");
        if (!inARow.isEmpty() && !inARow.equals("1")) {
            evidence.add(inARow + " failed messages in a row");
        }
        return List.copyOf(evidence);
    }

    private static List<String> ofClosed(Event event) {
        var evidence = new ArrayList<String>();
        evidence.add(
                "code " + Data.text(event, "code") + " by the " + Data.text(event, "initiator"));
        evidence.addAll(fields(event, "reason", "phase", "why", "lasted_ms"));
        return List.copyOf(evidence);
    }

    /** How long the component was missing, as its next event that says ready tells. */
    private List<String> ofMissing(Event event) {
        var component = Data.text(event, "component");
        return List.of(
                record.readyAfter(event, ready -> component.equals(Data.text(ready, "component")))
                        .map(back -> component + " was ready " + millis(event, back) + " ms later")
                        .orElse(component + " has not been ready since"));
    }

    private List<String> ofProperty(Event event) {
        return List.of(
                "in force since " + timestamps.of(event.time()),
                "mended by the fix " + Data.text(event, "property"));
    }

    /** How much earlier the first of two events was, in milliseconds. */
    static long millis(Event first, Event then) {
        return Duration.between(first.time(), then.time()).toMillis();
    }

    private static List<String> fields(Event event, String... names) {
        var fields = new ArrayList<String>();
        for (var name : names) {
            if (Data.has(event, name)) {
                fields.add(name.replace('_', ' ') + ": " + Data.text(event, name));
            }
        }
        return List.copyOf(fields);
    }
}
