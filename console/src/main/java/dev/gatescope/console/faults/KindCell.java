package dev.gatescope.console.faults;

import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** One kind: title, what will happen, what moves; above the first of a group the group's name. */
final class KindCell extends ListCell<Catalogue.Row> {
    private final Label group = new Label();
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final Label moves = new Label();
    private final VBox entry = new VBox(2, title, sentence, moves);
    private final VBox content = new VBox(Space.S, group, entry);

    KindCell() {
        group.getStyleClass().add("kind-group");
        title.getStyleClass().add("kind-title");
        sentence.getStyleClass().addAll(Style.CAPTION, "kind-words");
        moves.getStyleClass().addAll(Style.CAPTION, Style.SMALL, "kind-words");
        entry.getStyleClass().add("kind-entry");
        for (var label : new Label[] {title, sentence, moves}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        group.managedProperty().bind(group.visibleProperty());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0); // as wide as the list: the words wrap
    }

    @Override
    protected void updateItem(Catalogue.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(row == null ? null : content);
        if (row != null) {
            var kind = row.kind();
            group.setText(kind.group().toUpperCase(Locale.ROOT));
            group.setVisible(row.first());
            title.setText(kind.title());
            sentence.setText(kind.description());
            moves.setText("Moves " + Figure.moved(kind));
            setAccessibleText(kind.title() + ". " + kind.description());
        }
    }

    /** As high as its words are when they wrap, which a cell does not find out by itself. */
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null
                ? Space.ROW
                : snappedTopInset()
                        + content.prefHeight(width - snappedLeftInset() - snappedRightInset())
                        + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
