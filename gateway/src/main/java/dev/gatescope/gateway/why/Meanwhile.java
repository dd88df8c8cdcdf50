package dev.gatescope.gateway.why;

import dev.gatescope.gateway.lifecycle.EventNumbers;
import dev.gatescope.shared.admin.Event;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The faults that acted on the gateway as a whole when something happened. No single error can be
 * laid at the door of such a fault, so it is no root, but whoever asks why should know of it.
 */
final class Meanwhile {
    private static final Duration LONGEST_FAULT = Duration.ofMinutes(15);

    private final RecordedEvents record;
    private final Predicate<String> ambient;

    /**
     * @param ambient whether faults of a kind act on the gateway as a whole
     */
    Meanwhile(RecordedEvents record, Predicate<String> ambient) {
        this.record = record;
        this.ambient = ambient;
    }

    /** Kind and id of each that had begun before an event, and had not ended. */
    List<String> at(Event event) {
        var since = event.time().minus(LONGEST_FAULT).toEpochMilli();
        Map<String, String> active = new LinkedHashMap<>();
        record.ofGateway(
                        List.of("fault.started", "fault.ended", "gateway.stopping"),
                        EventNumbers.firstAt(since) - 1,
                        event.time().toEpochMilli() + 1)
                .filter(one -> one.id().compareTo(event.id()) < 0)
                .forEach(one -> {
                    switch (one.type()) {
                        case "fault.started" -> active.put(fault(one), Data.text(one, "kind"));
                        case "fault.ended" -> active.remove(fault(one));
                        default -> active.clear(); // no fault outlives its gateway
                    }
                });
        return active.entrySet().stream()
                .filter(fault -> ambient.test(fault.getValue()))
                .map(fault -> fault.getValue() + " " + fault.getKey())
                .toList();
    }

    private static String fault(Event event) {
        return Data.text(event, "fault");
    }
}
