package dev.gatescope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results as text for people; nothing is computed here that the report does not hold. */
final class Tables {
    private static final String ROW = "%-28s %8s %8s   %-22s %9s %9s %9s %6s %6s %7s%n";
    private static final String IDLE_ROW = "%-28s %10s %12s %12s %12s %7s%n";
    private static final double MEBI = 1024 * 1024;

    /** Above this share of its core the generator, not the server, sets the rate. */
    private static final double GENERATOR_FULL = 0.95;

    private Tables() {}

    static String of(Results results) {
        var experiment = results.experiment();
        var text = new StringBuilder();
        text.append(experiment.title())
                .append("; CPU of the server in us per ")
                .append(experiment.load().operation())
                .append("; capacity = CPU of the first line / CPU of this one, round by round\n");
        text.append(
                ROW.formatted(
                        "",
                        "CPU min",
                        "median",
                        "capacity [min..max]",
                        "rate/s",
                        "p50 us",
                        "p99 us",
                        "gen",
                        "others",
                        "errors"));
        for (var line : results.lines()) {
            text.append(row(line, results.base()));
        }
        text.append(remarks(results.lines()));
        return text.toString();
    }

    private static String row(Line line, Line base) {
        var cpu = line.spread(Sample::cpuMicros);
        var capacity = line.capacity(base);
        return ROW.formatted(
                line.variant().name(),
                number("%.2f", cpu.min()),
                number("%.2f", cpu.median()),
                number("%.2f", capacity.median())
                        + number(" [%.2f..", capacity.min())
                        + number("%.2f]", capacity.max()),
                number("%,.0f", line.spread(Sample::rate).median()),
                number("%,.0f", line.spread(Sample::p50Micros).median()),
                number("%,.0f", line.spread(Sample::p99Micros).median()),
                number("%.0f%%", 100 * line.spread(Sample::generatorCpu).median()),
                number("%.0f%%", 100 * line.spread(Sample::otherCpu).median()),
                Long.toString(line.errors()));
    }

    private static String remarks(List<Line> lines) {
        var remarks = new ArrayList<String>();
        for (var line : lines) {
            var name = line.variant().name();
            if (line.errors() > 0) {
                remarks.add(name + ": worthless, as there were errors: " + line.firstError());
            }
            if (line.spread(Sample::generatorCpu).median() > GENERATOR_FULL) {
                remarks.add(name + ": the generator set the rate; take the CPU, not the rate");
            }
        }
        return remarks.isEmpty() ? "" : "! " + String.join("\n! ", remarks) + "\n";
    }

    static String ofIdle(List<IdleMemory.Reading> readings) {
        var text = new StringBuilder("idle connections; memory of the server after a collection\n");
        text.append(
                IDLE_ROW.formatted("", "open", "RSS B/conn", "heap B/conn", "RSS MiB", "errors"));
        for (var reading : readings) {
            text.append(
                    IDLE_ROW.formatted(
                            reading.name(),
                            number("%,.0f", reading.connections()),
                            number("%,.0f", reading.residentBytes()),
                            number("%,.0f", reading.heapBytes()),
                            number("%,.0f", reading.residentTotalBytes() / MEBI),
                            Long.toString(reading.errors())));
        }
        for (var reading : readings) {
            if (reading.firstError() != null) {
                text.append("! ").append(reading.name()).append(": ").append(reading.firstError());
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
