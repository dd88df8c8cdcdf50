package dev.gatescope.console.chart;

import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * A few figures over the last minutes, or over the steps of a run. Drawn on a canvas, once per
 * layout pass and only when its {@link Axis} moved, its size or its colours changed: drawing is
 * what costs, so whoever moves the axis should do it five times a second at most. Under the
 * pointer, or with the arrow keys while it has the focus, it tells the values of an instant. For
 * the JavaFX thread.
 */
public final class TimeChart extends Region {
    private static final double KEY_STEP = 8;

    private final ChartContent content;
    private final Axis axis;
    private final Palette palette = new Palette(this);
    private final Canvas canvas = new Canvas();
    private final Readout readout;
    private @Nullable Plot plot;

    /**
     * A chart that shows these lines.
     *
     * @param title what it shows, for those who cannot see it
     */
    public TimeChart(String title, Unit unit, Axis axis, Line... lines) {
        this(title, unit, null, axis, lines);
    }

    /**
     * A chart with a dashed line.
     *
     * @param threshold where the dashed line is: on which side of it things are well
     */
    public TimeChart(
            String title, Unit unit, @Nullable Double threshold, Axis axis, Line... lines) {
        this.axis = axis;
        content = new ChartContent(title, unit, threshold, List.of(lines));
        readout = new Readout(content, axis);
        getStyleClass().add("time-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(80, 84);
        setPrefSize(240, 110);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        getChildren().addAll(readout.nodes());
        axis.moved().subscribe(this::requestLayout);
        setOnMouseMoved(event -> readAt(event.getX()));
        setOnMouseExited(event -> readout.hide());
        setOnMousePressed(event -> requestFocus());
        setOnKeyPressed(this::onKey);
        setFocusTraversable(true);
        focusedProperty().subscribe(focused -> leaveUnless(focused || isHover()));
    }

    /** What can be styled: see {@code chart.css}. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return Palette.CSS;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(TimeChart.class.getResource("chart.css")).toExternalForm();
    }

    /** A screen reader gets in words what the lines show. */
    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? content.inWords(axis)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        var pen = new Pen(canvas.getGraphicsContext2D(), palette);
        pen.clear(width, height);
        plot = content.plot(axis, width, height, pen);
        content.paint(axis, plot, pen);
        readout.follow(plot);
    }

    Palette palette() {
        return palette;
    }

    private void readAt(double x) {
        if (plot != null) {
            readout.show(plot, x);
        }
    }

    private void leaveUnless(boolean stays) {
        if (!stays) {
            readout.hide();
        }
    }

    private void onKey(KeyEvent event) {
        boolean left = event.getCode() == KeyCode.LEFT;
        if (plot != null && (left || event.getCode() == KeyCode.RIGHT)) {
            double from = readout.isShown() ? readout.x() : plot.right();
            readout.show(plot, from + (left ? -KEY_STEP : KEY_STEP));
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && readout.isShown()) {
            readout.hide();
            event.consume();
        }
    }
}
