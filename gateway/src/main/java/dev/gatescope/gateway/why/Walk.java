package dev.gatescope.gateway.why;

import dev.gatescope.gateway.lifecycle.Bearing;
import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.shared.admin.Event;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One walk from an event to its roots. Followed are the causes that are reasons; what only set an
 * event going is passed through to its own reasons; a step that went as it should explains nothing.
 * Each event is told of once, and a chain that is too long is cut, so that no record can make it
 * endless. For one thread.
 */
final class Walk {
    /** No chain that a person would read is longer. */
    private static final int MOST = 100;

    private static final String STARTING = "component.starting";

    private final Recorded record;
    private final List<Chain.Link> links = new ArrayList<>();
    private final Set<String> told = new HashSet<>();

    private Walk(Recorded record) {
        this.record = record;
    }

    /** The chain of this event. */
    static Chain from(Event symptom, Recorded record) {
        var walk = new Walk(record);
        walk.tell(symptom, 0);
        return new Chain(List.copyOf(walk.links));
    }

    private void tell(Event event, int depth) {
        told.add(event.id());
        var reasons = Root.isEnd(event) ? List.<Event>of() : reasonsOf(event);
        if (reasons.isEmpty()) {
            links.add(new Chain.Link(event, depth, Root.of(event)));
        } else if (links.size() + reasons.size() >= MOST) {
            links.add(new Chain.Link(event, depth, Root.UNKNOWN));
        } else {
            links.add(new Chain.Link(event, depth, null));
            reasons.forEach(reason -> explain(event, reason, depth + 1));
        }
    }

    private void explain(Event event, Event reason, int depth) {
        if (told.contains(reason.id())) {
            return;
        }
        var accepted = lacksGate(reason) ? stepBefore(event, "connection.accepted") : null;
        if (accepted == null || !told.add(accepted.id())) {
            tell(reason, depth);
        } else {
            links.add(new Chain.Link(accepted, depth, null));
            tell(reason, depth + 1);
        }
    }

    private static boolean lacksGate(Event reason) {
        return reason.type().equals("flow.property")
                && Data.text(reason, "property").equals("dependencies");
    }

    /** The step of this type that came before an event on its connection; none where none did. */
    private @Nullable Event stepBefore(Event event, String type) {
        var step = lastStepBefore(event);
        for (var passed = 0; step != null && passed < MOST; passed++) {
            if (step.type().equals(type)) {
                return step;
            }
            step = lastStepBefore(step);
        }
        return null;
    }

    private @Nullable Event lastStepBefore(Event event) {
        return parentsOf(event).filter(Walk::isStep).findFirst().orElse(null);
    }

    private static boolean isStep(Event event) {
        return event.type().startsWith("connection.") && Bearing.of(event.type()) == Bearing.STEP;
    }

    private List<Event> reasonsOf(Event event) {
        Set<Event> reasons = new LinkedHashSet<>();
        collectReasons(event, reasons, new HashSet<>());
        return List.copyOf(reasons);
    }

    private void collectReasons(Event event, Set<Event> reasons, Set<String> passed) {
        parentsOf(event)
                .forEach(parent -> {
                    switch (bearing(event, parent)) {
                        case REASON -> reasons.add(parent);
                        case TRIGGER -> {
                            if (passed.add(parent.id())) {
                                collectReasons(parent, reasons, passed);
                            }
                        }
                        case STEP -> {}
                    }
                });
    }

    /** That a component was starting is why others missed it, and no reason for its own fate. */
    private static Bearing bearing(Event event, Event parent) {
        return parent.type().equals(STARTING)
                        && event.type().startsWith("component.")
                        && Objects.equals(
                                event.data().get("component"), parent.data().get("component"))
                        && !Data.has(parent, "why")
                ? Bearing.TRIGGER
                : Bearing.of(parent.type());
    }

    /** A cause is older than what it causes; a record that says otherwise would lead in circles. */
    private Stream<Event> parentsOf(Event event) {
        var also = event.also();
        return Stream.concat(
                        Stream.ofNullable(event.cause()),
                        also == null ? Stream.empty() : also.stream())
                .filter(id -> id.compareTo(event.id()) < 0)
                .map(Ids::event)
                .filter(OptionalLong::isPresent)
                .map(number -> record.find(number.getAsLong()))
                .filter(Objects::nonNull);
    }
}
