package dev.gatescope.console.connections;

import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.ConnectionInfo.Frame;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** One frame: arrow and word for its direction, time, size, text. */
final class FrameCell extends ListCell<Frame> {
    private final Label direction = fixed("direction");
    private final Label time = fixed("time");
    private final Label size = fixed("size");
    private final Label text = new Label();
    private final HBox line = new HBox(Space.M, direction, time, size, text);

    FrameCell() {
        text.getStyleClass().add(Style.CODE);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0); // as wide as the list: the text is cut, not scrolled
    }

    @Override
    protected void updateItem(@Nullable Frame frame, boolean empty) {
        super.updateItem(frame, empty);
        setGraphic(frame == null ? null : line);
        if (frame != null) {
            direction.setText(frame.direction().equals("in") ? "↓ in" : "↑ out");
            time.setText(Facts.exactTime(frame.time()));
            size.setText(Facts.bytes(frame.bytes()));
            text.setText(frame.text());
        }
    }

    private static Label fixed(String styleClass) {
        var label = new Label();
        label.getStyleClass().addAll(Style.MUTED, Style.TABULAR, styleClass);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
