package dev.gatescope.console.sequence;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** One line of the diagram; as high as what is drawn in it, so that the lifelines have no gaps. */
final class LineCell extends ListCell<Line> {
    private static final PseudoClass PARTING = PseudoClass.getPseudoClass("parting");

    private final ObservableValue<Sheet> sheet;

    LineCell(ObservableValue<Sheet> sheet) {
        this.sheet = sheet;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        sheet.subscribe(changed -> draw());
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(PARTING, line instanceof Line.Parting);
        setAccessibleText(line == null ? null : Sheet.words(line));
        draw();
    }

    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() instanceof Region drawn
                ? Math.ceil(drawn.prefHeight(sheet.getValue().width()))
                : super.computePrefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private void draw() {
        setGraphic(drawn(getItem()));
    }

    private @Nullable Node drawn(@Nullable Line line) {
        return switch (line) {
            case null -> null;
            case Line.Parting(var words) -> parting(words);
            case Line.One _, Line.Two _ -> sheet.getValue().line(line);
        };
    }

    private Label parting(String words) {
        var label = new Label(words);
        label.getStyleClass().add("parting-words");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setPrefWidth(sheet.getValue().width());
        return label;
    }
}
