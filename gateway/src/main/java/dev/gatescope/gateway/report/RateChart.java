package dev.gatescope.gateway.report;

import dev.gatescope.gateway.experiment.Figures;
import dev.gatescope.gateway.experiment.FlowResult;
import dev.gatescope.gateway.experiment.Rate;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A rate of each flow as a dot with its interval, one flow below the other. */
final class RateChart {
    private static final double WIDTH = 480;
    private static final double LEFT = 6;
    private static final double RIGHT = 474;
    private static final double TOP = 14;
    private static final double ROW = 46;
    private static final double FOOT = 30;
    private static final double LABEL = 16;
    private static final double DOT = 33;
    private static final double MARK = 9;
    private static final double STEP = 0.1;

    private RateChart() {}

    /**
     * The chart.
     *
     * @param target marked in each row
     */
    static String of(
            String title,
            List<FlowResult> flows,
            Function<FlowResult, Rate> figure,
            double target) {
        var least = leastShown(flows, figure, target);
        var bottom = TOP + flows.size() * ROW;
        var canvas = new Canvas(WIDTH, bottom + FOOT, title);
        for (var tick : ticks(least)) {
            var x = x(tick, least);
            canvas.line("grid", x, TOP, x, bottom);
            canvas.text(
                    "tick",
                    x,
                    bottom + 16,
                    tick == least ? "start" : tick == 1 ? "end" : "middle",
                    Math.round(tick * 100) + " %");
        }
        for (var i = 0; i < flows.size(); i++) {
            row(canvas, TOP + i * ROW, flows.get(i), figure, least, Hue.of(i, flows.size()));
            var y = TOP + i * ROW + DOT;
            canvas.line("target", x(target, least), y - MARK, x(target, least), y + MARK);
        }
        return canvas.svg();
    }

    private static void row(
            Canvas canvas,
            double y,
            FlowResult flow,
            Function<FlowResult, Rate> figure,
            double least,
            Hue hue) {
        var rate = figure.apply(flow);
        canvas.text("label", LEFT, y + LABEL, "start", flow.label());
        canvas.text(
                "value",
                RIGHT,
                y + LABEL,
                "end",
                rate.attempts() == 0
                        ? Figures.percent(rate)
                        : Figures.percent(rate) + " of " + rate.attempts());
        var ratio = rate.ratio();
        if (ratio == null) {
            return;
        }
        var interval = Objects.requireNonNull(rate.interval());
        canvas.line("track", LEFT, y + DOT, RIGHT, y + DOT);
        canvas.line(
                "whisker " + hue.styleClass(),
                x(interval.low(), least),
                y + DOT,
                x(interval.high(), least),
                y + DOT);
        canvas.dot("dot " + hue.styleClass(), x(ratio, least), y + DOT, 5.5);
    }

    private static double x(double ratio, double least) {
        return LEFT + (Math.max(ratio, least) - least) / (1 - least) * (RIGHT - LEFT);
    }

    /** The axis begins where there is something to see, and always ends at 100 %. */
    private static double leastShown(
            List<FlowResult> flows, Function<FlowResult, Rate> figure, double target) {
        var lowest =
                flows.stream()
                        .map(figure)
                        .map(Rate::interval)
                        .filter(Objects::nonNull)
                        .mapToDouble(Rate.Interval::low)
                        .min()
                        .orElse(target);
        return Math.max(0, Math.floor((Math.min(lowest, target) - 0.02) / STEP) * STEP);
    }

    private static List<Double> ticks(double least) {
        var range = 1 - least;
        var parts = range > 0.55 ? 4 : (int) Math.round(range / STEP);
        return IntStream.rangeClosed(0, parts).mapToObj(i -> least + range * i / parts).toList();
    }
}
