package dev.gatescope.console.timeline;

import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.Objects;
import java.util.function.Consumer;

/** Shows a {@link TimelineModel}; long timelines cost no more than short ones. */
public final class TimelineView {
    private final VBox root = new VBox(Space.S);

    /**
     * @param openWhy shows why the event of that id happened, elsewhere
     */
    public TimelineView(TimelineModel model, Consumer<String> openWhy) {
        var path = new Label();
        path.getStyleClass().add(Style.CAPTION);
        path.textProperty().bind(model.path());
        path.visibleProperty().bind(path.textProperty().isNotEmpty());
        path.managedProperty().bind(path.visibleProperty());
        var list = new ListView<>(model.moments());
        list.setId("timeline");
        list.setFixedCellSize(26);
        list.setCellFactory(view -> new MomentCell(openWhy));
        list.setOnKeyPressed(key -> explain(key, list, openWhy));
        list.setPlaceholder(
                new EmptyHint(
                        Feather.CLOCK,
                        "No event yet",
                        "What happens to this connection appears here, oldest first, a moment after"
                                + " it was chosen."));
        list.getStyleClass().addAll("timeline", "focus-ring");
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getChildren().addAll(path, list);
        var stylesheet = Objects.requireNonNull(TimelineView.class.getResource("timeline.css"));
        root.getStylesheets().add(stylesheet.toExternalForm());
    }

    /**
     * The buttons in the cells are for the mouse: with keys one chooses a line and presses Enter.
     */
    private static void explain(KeyEvent key, ListView<Moment> list, Consumer<String> openWhy) {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (key.getCode() == KeyCode.ENTER && chosen != null && chosen.explicable()) {
            key.consume();
            openWhy.accept(chosen.event().id());
        }
    }

    /** The view; always the same node. */
    public Node node() {
        return root;
    }
}
