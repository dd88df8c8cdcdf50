package dev.gatescope.console.connections;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.admin.ConnectionInfo.Frame;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/** The last frames of the chosen connection, and one of them in full; or why there are none. */
final class FramesPane {
    private final DetailModel model;
    private final ObservableList<Frame> shown = FXCollections.observableArrayList();
    private final ToggleGroup direction = new ToggleGroup();
    private final EmptyHint hint = new EmptyHint(Feather.MESSAGE_SQUARE, "", "");
    private final VBox root = new VBox(Space.S);

    FramesPane(DetailModel model) {
        this.model = model;
        var list = new ListView<>(shown);
        list.setId("frames");
        list.setMinHeight(60);
        list.setFixedCellSize(26);
        list.setCellFactory(view -> new FrameCell());
        list.setPlaceholder(hint);
        list.getStyleClass().addAll("frames", "focus-ring");
        VBox.setVgrow(list, Priority.ALWAYS);
        var switches =
                new HBox(
                        choice("All", "", Styles.LEFT_PILL),
                        choice("↓ In", "in", Styles.CENTER_PILL),
                        choice("↑ Out", "out", Styles.RIGHT_PILL));
        direction.selectToggle(direction.getToggles().getFirst());
        switches.visibleProperty().bind(model.noFrames().isEmpty());
        switches.managedProperty().bind(switches.visibleProperty());
        root.getChildren().addAll(switches, list, fullText(list));
        direction
                .selectedToggleProperty()
                .addListener((property, was, now) -> {
                    if (now == null) {
                        direction.selectToggle(was);
                    }
                    show();
                });
        model.connection().subscribe(this::show);
        model.noFrames().subscribe(this::show);
    }

    Node node() {
        return root;
    }

    /** All of the selected frame, as a line has no room for it; to be copied from, too. */
    private static TextArea fullText(ListView<Frame> list) {
        var text = new TextArea();
        text.setId("frame-text");
        text.getStyleClass().add(Style.CODE);
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(3);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxHeight(Region.USE_PREF_SIZE);
        text.managedProperty().bind(text.visibleProperty());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(frame -> {
                    text.setVisible(frame != null);
                    text.setText(frame == null ? "" : frame.text());
                });
        return text;
    }

    private ToggleButton choice(String text, String value, String place) {
        var button = new ToggleButton(text);
        button.setUserData(value);
        button.setToggleGroup(direction);
        button.getStyleClass().addAll(Styles.SMALL, place);
        return button;
    }

    private void show() {
        ConnectionInfo connection = model.connection().get();
        var frames = framesOf(connection);
        var chosen = direction.getSelectedToggle();
        Object wanted = chosen == null ? "" : chosen.getUserData();
        var passing =
                frames.stream()
                        .filter(frame -> wanted.equals("") || frame.direction().equals(wanted))
                        .toList();
        if (!shown.equals(passing)) {
            shown.setAll(passing);
        }
        if (!model.noFrames().get().isEmpty()) {
            hint.say("No frames here", model.noFrames().get());
        } else {
            hint.say("No frame yet", "What this connection sends and gets appears here.");
        }
    }

    private static List<Frame> framesOf(@Nullable ConnectionInfo connection) {
        return connection == null || connection.frames() == null ? List.of() : connection.frames();
    }
}
