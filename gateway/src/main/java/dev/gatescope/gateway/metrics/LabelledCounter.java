package dev.gatescope.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A counter with labels whose series are made once, beforehand where their values are known. Safe
 * from any thread.
 */
final class LabelledCounter {
    private final MeterRegistry registry;
    private final String name;
    private final String description;
    private final String[] labels;
    private final ConcurrentHashMap<List<String>, Counter> series = new ConcurrentHashMap<>();

    private LabelledCounter(
            MeterRegistry registry, String name, String description, String[] labels) {
        this.registry = registry;
        this.name = name;
        this.description = description;
        this.labels = labels;
    }

    /** A counter whose labels are to be named. */
    static Unlabelled of(MeterRegistry registry, String name, String description) {
        return labels -> new LabelledCounter(registry, name, description, labels);
    }

    /** The step that names the labels. */
    @FunctionalInterface
    interface Unlabelled {
        LabelledCounter labels(String... labels);
    }

    /** Makes the series of these label values, at zero. */
    void prepare(String... values) {
        series(List.of(values));
    }

    void increment(String... values) {
        series(List.of(values)).increment();
    }

    void add(double amount, String... values) {
        series(List.of(values)).increment(amount);
    }

    int seriesCount() {
        return series.size();
    }

    /** The counter itself, for those who count often. */
    Counter counter(String... values) {
        return series(List.of(values));
    }

    private Counter series(List<String> values) {
        var existing = series.get(values);
        return existing == null ? series.computeIfAbsent(values, this::create) : existing;
    }

    private Counter create(List<String> values) {
        var tags = Tags.empty();
        for (var i = 0; i < labels.length; i++) {
            tags = tags.and(labels[i], values.get(i));
        }
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }
}
