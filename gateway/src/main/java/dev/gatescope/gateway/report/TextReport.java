package dev.gatescope.gateway.report;

import dev.gatescope.gateway.experiment.ExperimentResult;
import dev.gatescope.gateway.experiment.Figures;
import dev.gatescope.gateway.experiment.FlowResult;
import dev.gatescope.gateway.experiment.Rate;
import dev.gatescope.gateway.experiment.Reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an experiment found, as a table for the terminal. */
public final class TextReport {
    private static final List<String> HEADINGS =
            List.of(
                    "flow",
                    "connection success",
                    "routing success",
                    "as owed",
                    "handlers left",
                    "sessions leaked",
                    "to welcome",
                    "to answer");

    private TextReport() {}

    /** One line that says how far a flow is. */
    public static String progress(Reading reading) {
        return "%3d %%  %s  %d of %d clients, connection %s, routing %s"
                .formatted(
                        100 * reading.done() / reading.clients(),
                        reading.label(),
                        reading.done(),
                        reading.clients(),
                        Figures.percent(reading.connection()),
                        Figures.percent(reading.routing()));
    }

    /** The table of the flows, and the verdict. */
    public static String of(ExperimentResult result) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADINGS);
        result.flows().forEach(flow -> rows.add(row(flow)));
        var text = new StringBuilder();
        rows.forEach(row -> text.append(line(row, widths(rows))).append(System.lineSeparator()));
        text.append(System.lineSeparator())
                .append("verdict: ")
                .append(result.verdict().word().name().toLowerCase(Locale.ROOT));
        result.verdict()
                .reasons()
                .forEach(reason -> text.append(System.lineSeparator()).append("  ").append(reason));
        return text.toString();
    }

    private static List<String> row(FlowResult flow) {
        return List.of(
                flow.label(),
                rate(flow.connection()),
                rate(flow.routing()),
                flow.owedKept() + " of " + flow.clients(),
                String.valueOf(flow.handlersLeft()),
                String.valueOf(flow.sessionsLeaked()),
                Figures.millis(flow.latency().welcome()),
                Figures.millis(flow.latency().answer()));
    }

    private static String rate(Rate rate) {
        return rate.attempts() == 0
                ? Figures.percent(rate)
                : Figures.percent(rate) + " of " + rate.attempts();
    }

    private static List<Integer> widths(List<List<String>> rows) {
        return IntStream.range(0, HEADINGS.size())
                .mapToObj(column ->
                        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
                .toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths.get(column), column == 0))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String text, int width, boolean left) {
        var spaces = " ".repeat(width - text.length());
        return left ? text + spaces : spaces + text;
    }
}
