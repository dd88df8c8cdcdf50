package dev.gatescope.gateway.report;

import dev.gatescope.gateway.experiment.FlowResult;
import dev.gatescope.gateway.experiment.FlowResult.Held;

import java.util.List;
import java.util.function.ToIntFunction;

/** Something that a gateway holds, over what came to it; a line for each flow. */
final class GrowthChart {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 250;
    private static final double LEFT = 44;
    private static final double RIGHT = 380;
    private static final double TOP = 14;
    private static final double BOTTOM = 206;
    private static final double LABEL_GAP = 14;
    private static final int POINTS = 240;
    private static final int TICKS = 4;

    private GrowthChart() {}

    /**
     * The chart.
     *
     * @param across what came, and its name
     * @param up what is held
     */
    static String of(
            String title,
            List<FlowResult> flows,
            ToIntFunction<Held> across,
            String acrossName,
            ToIntFunction<Held> up) {
        var mostAcross = Scale.of(most(flows, across));
        var mostUp = Scale.of(most(flows, up));
        var canvas = new Canvas(WIDTH, HEIGHT, title);
        for (var i = 0; i <= TICKS; i++) {
            var y = BOTTOM - (BOTTOM - TOP) * i / TICKS;
            canvas.line("grid", LEFT, y, RIGHT, y);
            canvas.text("tick", LEFT - 8, y + 4, "end", mostUp.label(i));
            var x = LEFT + (RIGHT - LEFT) * i / TICKS;
            canvas.text("tick", x, BOTTOM + 18, "middle", mostAcross.label(i));
        }
        canvas.text("tick", (LEFT + RIGHT) / 2, HEIGHT - 6, "middle", acrossName);
        var lowestLabel = Double.MAX_VALUE;
        for (var i = 0; i < flows.size(); i++) {
            var hue = Hue.of(i, flows.size());
            var held = flows.get(i).held();
            canvas.path(
                    "line " + hue.styleClass(),
                    points(held, across, up, mostAcross.most(), mostUp.most()));
            if (hue != Hue.BETWEEN) {
                var end = held.getLast();
                var y = y(up.applyAsInt(end), mostUp.most()) + 4;
                if (Math.abs(y - lowestLabel) < LABEL_GAP) {
                    y = lowestLabel - LABEL_GAP;
                }
                lowestLabel = y;
                canvas.text(
                        "label " + hue.styleClass(),
                        RIGHT + 8,
                        y,
                        "start",
                        flows.get(i).label() + " " + up.applyAsInt(end));
            }
        }
        return canvas.svg();
    }

    private static int most(List<FlowResult> flows, ToIntFunction<Held> figure) {
        return flows.stream()
                .flatMap(flow -> flow.held().stream())
                .mapToInt(figure)
                .max()
                .orElse(0);
    }

    private static String points(
            List<Held> held,
            ToIntFunction<Held> across,
            ToIntFunction<Held> up,
            double mostAcross,
            double mostUp) {
        var points = new StringBuilder();
        var step = Math.max(1, held.size() / POINTS);
        for (var i = 0; i < held.size(); i += step) {
            append(points, held.get(i), across, up, mostAcross, mostUp);
        }
        append(points, held.getLast(), across, up, mostAcross, mostUp);
        return points.toString();
    }

    private static void append(
            StringBuilder points,
            Held held,
            ToIntFunction<Held> across,
            ToIntFunction<Held> up,
            double mostAcross,
            double mostUp) {
        points.append(Canvas.number(LEFT + across.applyAsInt(held) / mostAcross * (RIGHT - LEFT)))
                .append(',')
                .append(Canvas.number(y(up.applyAsInt(held), mostUp)))
                .append(' ');
    }

    private static double y(double value, double most) {
        return BOTTOM - value / most * (BOTTOM - TOP);
    }

    /**
     * An axis from 0 to a round number.
     *
     * @param most a multiple of {@link #TICKS}
     */
    private record Scale(double most) {
        static Scale of(int greatest) {
            var step = Math.max(1, Math.ceil(greatest / (double) TICKS));
            var magnitude = Math.pow(10, Math.floor(Math.log10(step)));
            for (var factor : List.of(1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)) {
                var rounded = factor * magnitude;
                if (rounded >= step && rounded == Math.rint(rounded)) {
                    return new Scale(rounded * TICKS);
                }
            }
            return new Scale(step * TICKS);
        }

        String label(int tick) {
            return Canvas.number(most * tick / TICKS);
        }
    }
}
