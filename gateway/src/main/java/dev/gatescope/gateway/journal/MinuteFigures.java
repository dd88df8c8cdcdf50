package dev.gatescope.gateway.journal;

import dev.gatescope.shared.admin.HistoryPoint;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a minute, rolled up from those of its seconds. */
record MinuteFigures(long endMillis, Map<String, Figure> figures) {
    /** One figure over a minute. */
    record Figure(double last, double least, double most, double mean) {}

    static MinuteFigures of(long endMillis, List<HistoryPoint> seconds) {
        var values = new TreeMap<String, DoubleSummaryStatistics>();
        var last = new TreeMap<String, Double>();
        for (var second : seconds) {
            second.figures()
                    .forEach((name, value) -> {
                        values.computeIfAbsent(name, _ -> new DoubleSummaryStatistics())
                                .accept(value);
                        last.put(name, value);
                    });
        }
        var figures = new TreeMap<String, Figure>();
        values.forEach((name, all) ->
                figures.put(
                        name,
                        new Figure(
                                last.getOrDefault(name, 0.0),
                                all.getMin(),
                                all.getMax(),
                                all.getAverage())));
        return new MinuteFigures(endMillis, figures);
    }
}
