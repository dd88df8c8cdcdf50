package dev.gatescope.console.compare;

import dev.gatescope.console.chart.Line;
import dev.gatescope.console.chart.Line.Tone;
import dev.gatescope.console.chart.Series;
import dev.gatescope.console.chart.TimeChart;
import dev.gatescope.console.chart.Unit;
import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.FluidRow;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** All flows in the same charts, over the scripts that were played. For the JavaFX thread. */
final class CourseCharts {
    private static final double CONNECTION_TARGET = 0.99;
    private static final double ROUTING_TARGET = 0.995;

    /** A name of so many letters is always shown in full. */
    private static final int FITS = 20;

    private final Course course;

    private CourseCharts(Course course) {
        this.course = course;
    }

    static Node of(Course course) {
        var charts = new CourseCharts(course);
        return new VBox(
                Space.S,
                charts.legend(),
                new FluidRow(
                        Space.M,
                        255,
                        new int[] {4, 2},
                        charts.card(
                                "Connection success",
                                Unit.RATIO,
                                CONNECTION_TARGET,
                                FlowCourse::connection),
                        charts.card(
                                "Routing success", Unit.RATIO, ROUTING_TARGET, FlowCourse::routing),
                        charts.card("Handlers held", Unit.COUNT, null, FlowCourse::handlers),
                        charts.card("Sessions leaked", Unit.COUNT, null, FlowCourse::leaked)));
    }

    private Node card(
            String title, Unit unit, @Nullable Double target, Function<FlowCourse, Series> series) {
        var lines = new ArrayList<Line>();
        for (var flow : fromTopToBottom()) {
            lines.add(new Line(FlowNames.brief(course, flow), series.apply(flow), tone(flow)));
        }
        var chart = new TimeChart(title, unit, target, course.axis(), lines.toArray(Line[]::new));
        chart.setPrefHeight(132);
        return new Card(title, chart).growing(chart);
    }

    /** The one that is judged, what it is compared with, and behind them the others. */
    private List<FlowCourse> fromTopToBottom() {
        return course.flows().stream().sorted(Comparator.comparing(this::tone)).toList();
    }

    private Tone tone(FlowCourse flow) {
        if (flow.equals(course.flows().getLast())) {
            return Tone.MAIN;
        }
        return flow.equals(course.flows().getFirst()) ? Tone.OTHER : Tone.FAINT;
    }

    private Node legend() {
        var legend = new HBox(Space.L);
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(0);
        for (var flow : course.flows()) {
            if (tone(flow) != Tone.FAINT) {
                legend.getChildren().add(entry(flow));
            }
        }
        if (course.isLadder()) {
            legend.getChildren().add(named("legend-faint", "the flows between"));
        }
        var axis = new Label("over scripts played; dashed lines are the targets");
        axis.getStyleClass().add(Style.CAPTION);
        legend.getChildren().add(axis);
        return legend;
    }

    private Node entry(FlowCourse flow) {
        var brief = FlowNames.brief(course, flow);
        var name = FlowNames.readable(flow.label());
        var done = new Label();
        done.getStyleClass().addAll(Style.CAPTION);
        done.setMinWidth(Region.USE_PREF_SIZE);
        course.axis()
                .moved()
                .subscribe(() -> done.setText("%,d of %,d".formatted(flow.done(), flow.clients())));
        done.setText("%,d of %,d".formatted(flow.done(), flow.clients()));
        var swatch = tone(flow) == Tone.MAIN ? "legend-main" : "legend-other";
        var entry = named(swatch, brief.equals(flow.label()) ? name : brief + ": " + name);
        entry.getChildren().add(done);
        return entry;
    }

    private static HBox named(String styleClass, String text) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("legend-swatch", styleClass);
        var name = new Label(text);
        name.getStyleClass().add("legend-name");
        name.setMinWidth(text.length() <= FITS ? Region.USE_PREF_SIZE : 60);
        var entry = new HBox(Space.S, swatch, name);
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
