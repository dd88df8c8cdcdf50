package dev.gatescope.console.sequence;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** One line of the diagram. */
final class LineCell extends ListCell<Line> {
    private static final PseudoClass PARTING = PseudoClass.getPseudoClass("parting");

    private final Supplier<Sheet> sheet;

    LineCell(Supplier<Sheet> sheet) {
        this.sheet = sheet;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(PARTING, line instanceof Line.Parting);
        setAccessibleText(line == null ? null : Sheet.words(line));
        setGraphic(
                switch (line) {
                    case null -> null;
                    case Line.Parting(var words) -> parting(words);
                    default -> sheet.get().line(line);
                });
    }

    private Label parting(String words) {
        var label = new Label(words);
        label.getStyleClass().add("parting-words");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setPrefWidth(sheet.get().width());
        return label;
    }
}
