package dev.gatescope.console.compare;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is to be run, as it is chosen and typed; checked with every change. For the models' thread.
 */
final class SetupModel {
    private static final int USUAL_CLIENTS = 100;
    private static final int MOST_DIGITS = 9;

    private final List<ScenarioChoice> scenarios;
    private final ObjectProperty<ScenarioChoice> scenario;
    private final ObjectProperty<FlowPreset> preset =
            new SimpleObjectProperty<>(FlowPreset.BEFORE_AND_AFTER);
    private final FlowDraft first = new FlowDraft(false);
    private final FlowDraft second = new FlowDraft(true);
    private final StringProperty clients = new SimpleStringProperty();
    private final StringProperty seed = new SimpleStringProperty("1");
    private final ReadOnlyStringWrapper flows = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * @param scenarios at least one; the first is chosen
     */
    SetupModel(List<ScenarioChoice> scenarios) {
        this.scenarios = List.copyOf(scenarios);
        scenario = new SimpleObjectProperty<>(scenarios.getFirst());
        clients.set(String.valueOf(Math.min(USUAL_CLIENTS, scenarios.getFirst().mostClients())));
        scenario.subscribe(this::check);
        preset.subscribe(this::check);
        first.onChange(this::check);
        second.onChange(this::check);
        clients.subscribe(this::check);
        seed.subscribe(this::check);
        check();
    }

    List<ScenarioChoice> scenarios() {
        return scenarios;
    }

    ObjectProperty<ScenarioChoice> scenarioProperty() {
        return scenario;
    }

    ObjectProperty<FlowPreset> presetProperty() {
        return preset;
    }

    /** The flow that the other is compared with, where two are chosen. */
    FlowDraft first() {
        return first;
    }

    /** The flow that is judged, where two are chosen. */
    FlowDraft second() {
        return second;
    }

    StringProperty clientsProperty() {
        return clients;
    }

    StringProperty seedProperty() {
        return seed;
    }

    /** The flows by name, as an experiment takes them. */
    ReadOnlyStringProperty flowsProperty() {
        return flows.getReadOnlyProperty();
    }

    /** Why it cannot be run, in a sentence; empty where it can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What is to be run; none while there is a problem. */
    @Nullable Order order() {
        var count = number(clients.get());
        var chance = seedNumber();
        return !problem.get().isEmpty() || count == null || chance == null
                ? null
                : new Order(scenario.get().name(), flows.get(), count, chance);
    }

    private void check() {
        flows.set(
                switch (preset.get()) {
                    case BEFORE_AND_AFTER -> "legacy,fixed";
                    case LADDER -> "ladder";
                    case TWO -> first.name() + "," + second.name();
                });
        problem.set(findProblem());
    }

    private String findProblem() {
        var most = scenario.get().mostClients();
        var count = number(clients.get());
        if (count == null || count < 1 || count > most) {
            return "Clients takes a number from 1 to %,d with the scenario %s."
                    .formatted(most, scenario.get().name());
        }
        return seedNumber() == null ? "Seed takes a whole number, such as 1." : "";
    }

    private static @Nullable Integer number(String text) {
        var digits = text.strip();
        return digits.matches("[0-9]{1," + MOST_DIGITS + "}") ? Integer.valueOf(digits) : null;
    }

    private @Nullable Long seedNumber() {
        try {
            return Long.valueOf(seed.get().strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
