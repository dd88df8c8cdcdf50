package dev.gatescope.console.overview;

import dev.gatescope.console.chart.Line.Tone;
import dev.gatescope.console.chart.Unit;
import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.FluidRow;
import dev.gatescope.console.shell.Space;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The figures beside the four that matter most, in small cards. For the JavaFX thread. */
final class Tiles {
    private final FailuresCard failures;
    private final ReadingBlock connectionRate = new ReadingBlock("Connections");
    private final ReadingBlock messageRate = new ReadingBlock("Messages");
    private final ReadingBlock ready = new ReadingBlock("Until ready");
    private final ReadingBlock process = new ReadingBlock("Until answered");
    private final ReadingBlock memory = new ReadingBlock("Memory");
    private final ReadingBlock handlers = new ReadingBlock("Handlers");
    private final FluidRow row;

    Tiles(Charts charts) {
        failures =
                new FailuresCard(
                        charts.of(
                                "Errors per 1,000 attempts",
                                Unit.PER_THOUSAND,
                                charts.line(Measure.ERROR_RATE, "errors", Tone.ALARM)));
        row =
                new FluidRow(
                        Space.M,
                        255,
                        new int[] {4, 2},
                        failures.node(),
                        traffic(charts),
                        latency(charts),
                        memoryBesideHandlers(charts));
    }

    Node node() {
        return row;
    }

    void show(Figures figures) {
        failures.show(figures);
        connectionRate.show(figures.connectionRate());
        messageRate.show(figures.messageRate());
        ready.show(figures.ready());
        process.show(figures.process());
        memory.show(figures.memory());
        handlers.show(figures.memoryHandlers());
    }

    private Card traffic(Charts charts) {
        var chart =
                charts.of(
                        "Connections and messages per second",
                        Unit.PER_SECOND,
                        charts.line(Measure.MESSAGES_PER_S, "messages", Tone.MAIN),
                        charts.line(Measure.CONNECTIONS_PER_S, "connections", Tone.OTHER));
        var figures = new HBox(Space.M, messageRate.node(), connectionRate.node());
        return new Card("Traffic", figures, chart).growing(chart);
    }

    private Card latency(Charts charts) {
        var chart =
                charts.of(
                        "Latency, 99th percentile",
                        Unit.MILLIS,
                        charts.line(Measure.READY_P99_MS, "ready", Tone.MAIN),
                        charts.line(Measure.PROCESS_P99_MS, "answered", Tone.OTHER));
        var figures = new HBox(Space.M, ready.node(), process.node());
        return new Card("Latency, p99", figures, chart).growing(chart);
    }

    /** Side by side on the same time: memory that grows with the handlers is a leak. */
    private Card memoryBesideHandlers(Charts charts) {
        var bytes =
                charts.of(
                        "Memory used",
                        Unit.BYTES,
                        charts.line(Measure.MEMORY_USED_BYTES, "memory", Tone.MAIN));
        var registered =
                charts.of(
                        "Handlers registered",
                        Unit.COUNT,
                        charts.line(Measure.HANDLERS_REGISTERED, "handlers", Tone.MAIN));
        for (var chart : new Node[] {bytes, registered}) {
            VBox.setVgrow(chart, Priority.ALWAYS);
            HBox.setHgrow(chart, Priority.ALWAYS);
        }
        bytes.setPrefWidth(80);
        registered.setPrefWidth(80);
        var left = new VBox(Space.M, memory.node(), bytes);
        var right = new VBox(Space.M, handlers.node(), registered);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        var pair = new HBox(Space.S, left, right);
        return new Card("Memory beside handlers", pair).growing(pair);
    }
}
