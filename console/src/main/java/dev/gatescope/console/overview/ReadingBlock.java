package dev.gatescope.console.overview;

import dev.gatescope.console.shell.Style;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A figure of middle size with its name above and what it rests on beneath. */
final class ReadingBlock {
    private final FigureText figure = new FigureText("middle-figure");
    private final Label detail = new Label();
    private final Tooltip more = new Tooltip();
    private final VBox box = new VBox(1);

    ReadingBlock(String name) {
        var caption = new Label(name);
        caption.getStyleClass().add(Style.CAPTION);
        caption.setTooltip(more);
        detail.getStyleClass().add(Style.CAPTION);
        box.getChildren().addAll(caption, figure, detail);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setPrefWidth(80);
        HBox.setHgrow(box, Priority.ALWAYS);
    }

    VBox node() {
        return box;
    }

    void show(Reading reading) {
        figure.show(reading.figure());
        detail.setText(reading.detail());
        more.setText(reading.more());
    }
}
