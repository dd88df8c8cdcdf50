package dev.gatescope.console.overview;

import dev.gatescope.console.chart.Series;
import dev.gatescope.shared.admin.HistoryPoint;
import dev.gatescope.shared.admin.Snapshot;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes down every measure, once a second at most. For the models' thread. */
final class Recorder {
    private final Map<Measure, Series> series = new EnumMap<>(Measure.class);
    private @Nullable Snapshot before;
    private @Nullable Instant recordedAt;

    /**
     * @param kept how far back the series go
     */
    Recorder(Duration kept) {
        int points = (int) kept.toSeconds() + 2;
        for (var measure : Measure.values()) {
            series.put(measure, new Series(points));
        }
    }

    Series series(Measure measure) {
        var found = series.get(measure);
        if (found == null) {
            throw new IllegalStateException(measure + " is not recorded");
        }
        return found;
    }

    /**
     * Writes down the figures of an instant.
     *
     * @return whether it did; not so when the last point is less than a second old
     */
    boolean record(Instant now, Snapshot snapshot) {
        if (recordedAt != null && now.isBefore(recordedAt.plusSeconds(1))) {
            return false;
        }
        double seconds =
                recordedAt == null ? 1 : Duration.between(recordedAt, now).toMillis() / 1000.0;
        series.forEach((measure, line) -> line.add(now, measure.of(snapshot, before, seconds)));
        before = snapshot;
        recordedAt = now;
        return true;
    }

    /** From here on differences begin anew: between the points around a loss there is no rate. */
    void interrupt() {
        before = null;
    }

    /** Takes over what the gateway recorded itself, oldest first. */
    void fill(List<HistoryPoint> points) {
        var times = points.stream().mapToLong(point -> point.time().toEpochMilli()).toArray();
        series.forEach((measure, line) ->
                line.splice(
                        times,
                        points.stream()
                                .mapToDouble(point ->
                                        point.figures()
                                                .getOrDefault(measure.historyName(), Double.NaN))
                                .toArray()));
    }
}
