package dev.gatescope.console.chart;

import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/**
 * What a chart shows, laid out and drawn. For the JavaFX thread.
 *
 * @param threshold where a dashed line is, if there is one
 */
record ChartContent(String title, Unit unit, @Nullable Double threshold, List<Line> lines) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final double GAP = 6;
    private static final double TICK_DISTANCE = 30;

    /** The plot that remains within the labels around it. */
    Plot plot(Axis axis, double width, double height, Pen pen) {
        double top = Pen.LINE_HEIGHT / 2 + (hasMarks(axis) ? Pen.LINE_HEIGHT / 2 : 0);
        double plotHeight = Math.max(1, height - top - Pen.LINE_HEIGHT - GAP);
        long from = axis.from();
        long until = axis.until();
        var scale = scale(from, (int) Math.clamp(plotHeight / TICK_DISTANCE, 1, 5));
        double left =
                GAP
                        + scale.ticks().stream()
                                .mapToDouble(tick -> Pen.textWidth(unit.tick(tick)))
                                .max()
                                .orElse(0);
        double right = GAP + (labelled().size() > 1 ? GAP + widestLabel() : 0);
        return new Plot(
                left, top, Math.max(1, width - left - right), plotHeight, from, until, scale);
    }

    /** The lines that are told by a label; the others lie behind them. */
    List<Line> labelled() {
        return lines.stream().filter(line -> line.tone() != Line.Tone.FAINT).toList();
    }

    void paint(Axis axis, Plot plot, Pen pen) {
        if (axis instanceof TimeAxis time) {
            paintLosses(time, plot, pen);
        }
        paintAxes(axis, plot, pen);
        if (axis instanceof TimeAxis time) {
            paintMarks(time, plot, pen);
        }
        pen.clip(plot);
        for (var line : lines.reversed()) { // the first lies on top
            Paint colour = colour(line, plot, pen);
            for (var segment : plot.segments(line.series())) {
                pen.curve(colour, segment);
            }
        }
        pen.unclip();
        paintLineEnds(plot, pen);
    }

    /** What a sighted reader sees, for a screen reader. */
    String inWords(Axis axis) {
        var words = new StringBuilder(title).append(stretchInWords(axis));
        for (var line : lines) {
            var range = Range.of(line.series(), axis.from());
            words.append(' ').append(line.label()).append(": ");
            words.append(
                    range.isEmpty()
                            ? "no values."
                            : "now %s, lowest %s, highest %s."
                                    .formatted(
                                            unit.text(line.series().last()),
                                            unit.text(range.min()),
                                            unit.text(range.max())));
        }
        return words.toString();
    }

    private static String stretchInWords(Axis axis) {
        return switch (axis) {
            case TimeAxis time -> {
                long minutes = time.span().toMinutes();
                yield minutes == 1 ? ", last minute." : ", last " + minutes + " minutes.";
            }
            case StepAxis run -> ", over %,d %s.".formatted(run.until(), run.steps());
        };
    }

    private static boolean hasMarks(Axis axis) {
        return axis instanceof TimeAxis time && !time.marks().isEmpty();
    }

    private Scale scale(long from, int intervals) {
        var range = Range.NONE;
        for (var line : lines) {
            range = range.and(Range.of(line.series(), from));
        }
        return Scale.of(unit, range.min(), range.max(), intervals);
    }

    /** What should not be there alarms nobody while it is not there. */
    private static Paint colour(Line line, Plot plot, Pen pen) {
        boolean quiet =
                line.tone() == Line.Tone.ALARM && Range.of(line.series(), plot.from()).max() == 0;
        return pen.palette().line(quiet ? Line.Tone.OTHER : line.tone());
    }

    private double widestLabel() {
        return labelled().stream().mapToDouble(line -> Pen.textWidth(line.label())).max().orElse(0);
    }

    private void paintAxes(Axis axis, Plot plot, Pen pen) {
        Paint text = pen.palette().text();
        for (double tick : plot.scale().ticks()) {
            double y = plot.y(tick);
            pen.horizontal(pen.palette().grid(), plot.left(), plot.right(), y);
            pen.text(text, TextAlignment.RIGHT, unit.tick(tick), plot.left() - GAP, y);
        }
        if (threshold != null && threshold > plot.scale().low()) {
            double y = plot.y(threshold);
            pen.horizontal(text, plot.left(), plot.right(), y, 1, 4);
        }
        switch (axis) {
            case TimeAxis _ -> paintTimes(plot, pen);
            case StepAxis _ -> paintSteps(plot, pen);
        }
    }

    private static void paintTimes(Plot plot, Pen pen) {
        var clock = plot.isShort() ? SECOND : MINUTE;
        for (var tick : plot.timeTicks(Pen.textWidth(clock.format(Instant.EPOCH)) * 1.5)) {
            paintBelow(clock.format(tick), plot.x(tick), plot, pen);
        }
    }

    private static void paintSteps(Plot plot, Pen pen) {
        for (long tick : plot.stepTicks(Pen.textWidth(Unit.COUNT.text(plot.until())) * 2)) {
            paintBelow(Unit.COUNT.text(tick), plot.x(tick), plot, pen);
        }
    }

    private static void paintBelow(String label, double x, Plot plot, Pen pen) {
        double below = plot.bottom() + GAP + Pen.LINE_HEIGHT / 2;
        pen.text(pen.palette().text(), TextAlignment.CENTER, label, x, below);
    }

    private void paintLosses(TimeAxis axis, Plot plot, Pen pen) {
        for (var loss : axis.losses()) {
            double x1 = Math.max(plot.left(), plot.x(loss.from()));
            double x2 = loss.until() == null ? plot.right() : plot.x(loss.until());
            if (x2 <= x1) {
                continue;
            }
            pen.shade(pen.palette().loss(), x1, plot.top(), x2, plot.bottom());
            if (Pen.textWidth("no link") + GAP < x2 - x1) {
                double y = plot.bottom() - Pen.LINE_HEIGHT / 2 - 1;
                pen.text(pen.palette().text(), TextAlignment.CENTER, "no link", (x1 + x2) / 2, y);
            }
        }
    }

    private void paintMarks(TimeAxis axis, Plot plot, Pen pen) {
        double free = plot.right() + GAP; // where the label after begins: the newest is told first
        for (var mark : newestFirst(axis)) {
            double x = plot.x(mark.time());
            if (x < plot.left() || x > plot.right()) {
                continue;
            }
            pen.vertical(pen.palette().mark(), x, plot.top() - 2, plot.bottom(), 3, 3);
            double width = Pen.textWidth(mark.label());
            double start = Math.min(x - width / 2, plot.right() - width);
            if (start > plot.left() - GAP && start + width < free) {
                double y = plot.top() - 1 - Pen.LINE_HEIGHT / 2;
                pen.text(pen.palette().mark(), TextAlignment.LEFT, mark.label(), start, y);
                free = start - GAP;
            }
        }
    }

    private static List<TimeAxis.Mark> newestFirst(TimeAxis axis) {
        return axis.marks().reversed().stream()
                .sorted(Comparator.comparing(TimeAxis.Mark::time).reversed())
                .toList();
    }

    private void paintLineEnds(Plot plot, Pen pen) {
        var labelled = labelled();
        var wanted = new double[labelled.size()];
        for (int i = 0; i < wanted.length; i++) {
            double last = labelled.get(i).series().last();
            wanted[i] = Double.isNaN(last) ? plot.bottom() : plot.y(last);
        }
        double[] placed = Plot.spread(wanted, Pen.LINE_HEIGHT, plot.top(), plot.bottom());
        for (int i = labelled.size() - 1; i >= 0; i--) {
            var line = labelled.get(i);
            int newest = line.series().size() - 1;
            if (newest < 0 || Double.isNaN(line.series().last())) {
                continue;
            }
            Paint colour = colour(line, plot, pen);
            pen.dot(
                    colour,
                    Math.min(plot.right(), plot.x(line.series().timeAt(newest))),
                    wanted[i]);
            if (labelled.size() > 1) {
                double x = plot.right() + 2 * GAP - 2;
                pen.text(colour, TextAlignment.LEFT, line.label(), x, placed[i]);
            }
        }
    }
}
