package dev.gatescope.console.chart;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The colours of a chart, set by its stylesheet from those of the theme; a change repaints the
 * chart. A canvas knows no stylesheets, so they come to it through these properties.
 */
final class Palette {
    private static final StyleablePropertyFactory<TimeChart> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<TimeChart, Paint> MAIN = meta("-main-line", p -> p.main);
    private static final CssMetaData<TimeChart, Paint> OTHER = meta("-other-line", p -> p.other);
    private static final CssMetaData<TimeChart, Paint> ALARM = meta("-alarm-line", p -> p.alarm);
    private static final CssMetaData<TimeChart, Paint> FAINT = meta("-faint-line", p -> p.faint);
    private static final CssMetaData<TimeChart, Paint> GRID = meta("-grid", p -> p.grid);
    private static final CssMetaData<TimeChart, Paint> TEXT = meta("-axis-text", p -> p.text);
    private static final CssMetaData<TimeChart, Paint> MARK = meta("-mark", p -> p.mark);
    private static final CssMetaData<TimeChart, Paint> LOSS = meta("-loss", p -> p.loss);

    /** What a chart can be styled with. */
    static final List<CssMetaData<? extends Styleable, ?>> CSS = List.copyOf(allCss());

    private final TimeChart chart;
    private final StyleableObjectProperty<Paint> main;
    private final StyleableObjectProperty<Paint> other;
    private final StyleableObjectProperty<Paint> alarm;
    private final StyleableObjectProperty<Paint> faint;
    private final StyleableObjectProperty<Paint> grid;
    private final StyleableObjectProperty<Paint> text;
    private final StyleableObjectProperty<Paint> mark;
    private final StyleableObjectProperty<Paint> loss;

    Palette(TimeChart chart) {
        this.chart = chart;
        main = property(MAIN, "mainLine");
        other = property(OTHER, "otherLine");
        alarm = property(ALARM, "alarmLine");
        faint = property(FAINT, "faintLine");
        grid = property(GRID, "grid");
        text = property(TEXT, "axisText");
        mark = property(MARK, "mark");
        loss = property(LOSS, "loss");
    }

    Paint line(Line.Tone tone) {
        return switch (tone) {
            case MAIN -> main.get();
            case OTHER -> other.get();
            case ALARM -> alarm.get();
            case FAINT -> faint.get();
        };
    }

    Paint grid() {
        return grid.get();
    }

    Paint text() {
        return text.get();
    }

    Paint mark() {
        return mark.get();
    }

    Paint loss() {
        return loss.get();
    }

    private StyleableObjectProperty<Paint> property(
            CssMetaData<TimeChart, Paint> meta, String name) {
        var property = new SimpleStyleableObjectProperty<Paint>(meta, chart, name, Color.GRAY);
        property.subscribe(chart::requestLayout);
        return property;
    }

    private static CssMetaData<TimeChart, Paint> meta(
            String name, Function<Palette, StyleableObjectProperty<Paint>> property) {
        return FACTORY.createPaintCssMetaData(
                name, chart -> property.apply(chart.palette()), Color.GRAY, false);
    }

    private static List<CssMetaData<? extends Styleable, ?>> allCss() {
        var all = new ArrayList<CssMetaData<? extends Styleable, ?>>(Region.getClassCssMetaData());
        all.addAll(List.of(MAIN, OTHER, ALARM, FAINT, GRID, TEXT, MARK, LOSS));
        return all;
    }
}
