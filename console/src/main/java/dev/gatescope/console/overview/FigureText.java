package dev.gatescope.console.overview;

import dev.gatescope.console.chart.Unit;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A number to be read at a glance, with its unit in smaller letters. For the JavaFX thread. */
final class FigureText extends HBox {
    private static final PseudoClass WORDS = PseudoClass.getPseudoClass("words");

    private final Label number = new Label("–");
    private final Label unit = new Label();

    /**
     * @param styleClass how large the number is
     */
    FigureText(String styleClass) {
        super(Space.XS);
        getStyleClass().add("figure-text");
        number.getStyleClass().add(styleClass);
        number.setMinWidth(USE_PREF_SIZE);
        unit.getStyleClass().addAll(Style.MUTED, "figure-unit");
        setAlignment(Pos.BASELINE_LEFT);
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(number, unit);
    }

    void show(Unit.Figure figure) {
        number.setText(figure.number());
        boolean words = !figure.number().isEmpty() && Character.isLetter(figure.number().charAt(0));
        number.pseudoClassStateChanged(WORDS, words);
        unit.setText(figure.symbol());
    }
}
