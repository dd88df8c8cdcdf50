package dev.gatescope.gateway.metrics;

import java.time.Duration;
import java.util.stream.LongStream;

/** The bounds of the histograms: few enough to be cheap, fine enough to read a p99 from. */
final class Buckets {
    static final Duration[] LATENCY =
            LongStream.of(
                            100,
                            250,
                            500,
                            1_000,
                            2_500,
                            5_000,
                            10_000,
                            25_000,
                            50_000,
                            100_000,
                            250_000,
                            500_000,
                            1_000_000,
                            2_500_000,
                            5_000_000,
                            10_000_000)
                    .mapToObj(micros -> Duration.ofNanos(micros * 1_000))
                    .toArray(Duration[]::new);
    static final Duration[] LIFETIME =
            LongStream.of(1, 5, 15, 60, 300, 900, 3_600, 14_400, 86_400)
                    .mapToObj(Duration::ofSeconds)
                    .toArray(Duration[]::new);

    private Buckets() {}
}
