package dev.gatescope.gateway.metrics;

import dev.gatescope.gateway.lifecycle.Ending;
import dev.gatescope.gateway.lifecycle.Initiator;
import dev.gatescope.shared.protocol.CloseCode;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.util.concurrent.TimeUnit;

/** How connections end, and how long they lasted. */
final class CloseMeters {
    /** Clients may send any code from 3000 to 4999; beyond so many series they share one. */
    private static final int MOST_SERIES = 256;

    private final LabelledCounter closes;
    private final Timer duration;

    CloseMeters(MeterRegistry registry) {
        closes =
                LabelledCounter.of(registry, "ws.closes", "Closed connections by code")
                        .labels("code", "initiator");
        for (var code : CloseCode.values()) {
            for (var initiator : Initiator.values()) {
                closes.prepare(String.valueOf(code.code()), initiator.word());
            }
        }
        duration =
                Timer.builder("ws.connection.duration")
                        .description("How long connections last")
                        .serviceLevelObjectives(Buckets.LIFETIME)
                        .register(registry);
    }

    void closed(Ending ending, long lastedNanos) {
        var code =
                ending.code() >= 3_000 && closes.seriesCount() >= MOST_SERIES
                        ? "other"
                        : String.valueOf(ending.code());
        closes.increment(code, ending.initiator().word());
        duration.record(lastedNanos, TimeUnit.NANOSECONDS);
    }
}
