package dev.gatescope.gateway.metrics;

import dev.gatescope.gateway.lifecycle.Phase;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long each phase of a handshake takes. */
final class PhaseMeters {
    private final Map<Phase, Timer> timers = new EnumMap<>(Phase.class);

    PhaseMeters(MeterRegistry registry) {
        for (var phase : Phase.values()) {
            if (phase != Phase.READY) {
                timers.put(
                        phase,
                        Timer.builder("ws.handshake.phase.duration")
                                .description("Time in each phase of a handshake")
                                .tag("phase", phase.label())
                                .serviceLevelObjectives(Buckets.LATENCY)
                                .register(registry));
            }
        }
    }

    void took(Phase phase, long nanos) {
        var timer = timers.get(phase);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
