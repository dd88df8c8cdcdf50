package dev.gatescope.console.overview;

import dev.gatescope.shared.admin.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A figure whose course the overview draws, under the name that it has in a gateway's history. */
enum Measure {
    CONNECTION_SUCCESS(now -> orNaN(now.success().connection().last60s().ratio())),
    ROUTING_SUCCESS(now -> orNaN(now.success().routing().last60s().ratio())),
    HANDLERS_REGISTERED(now -> now.handlers().registered()),
    CONNECTIONS_ACTIVE(now -> now.connections().active()),
    SESSIONS_OPEN(now -> now.sessions().open()),
    SESSIONS_LEAKED(now -> now.sessions().leaked()),
    MEMORY_USED_BYTES(now -> now.memory().usedBytes()),
    ERROR_RATE(now -> orNaN(now.errorRate().last60s().ratio())),
    CONNECTIONS_PER_S(Course.GROWTH, now -> now.connections().attempts()),
    MESSAGES_PER_S(Course.GROWTH, Measure::messages),
    READY_P99_MS(now -> orNaN(now.latencyMs().readyP99())),
    PROCESS_P99_MS(now -> orNaN(now.latencyMs().processP99()));

    private enum Course {
        LEVEL,
        GROWTH
    }

    private final Course course;
    private final ToDoubleFunction<Snapshot> value;

    Measure(ToDoubleFunction<Snapshot> value) {
        this(Course.LEVEL, value);
    }

    Measure(Course course, ToDoubleFunction<Snapshot> value) {
        this.course = course;
        this.value = value;
    }

    /** The name in a history point. */
    String historyName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The figure of an instant; NaN where there is none.
     *
     * @param before the figures to compare with
     * @param seconds the time between the two
     */
    double of(Snapshot now, @Nullable Snapshot before, double seconds) {
        double current = value.applyAsDouble(now);
        if (course == Course.LEVEL) {
            return current;
        }
        if (before == null) {
            return Double.NaN;
        }
        double growth = current - value.applyAsDouble(before);
        return growth < 0 ? Double.NaN : growth / seconds; // less than before: another gateway
    }

    private static double messages(Snapshot now) {
        var routing = now.routing();
        return routing.routed() + routing.refused() + routing.abandoned() + routing.failed();
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
