package dev.gatescope.console.connections;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.ConnectionInfo;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that is known about the chosen connection, and how it ended. */
final class FactsPane {
    private final StatusBadge state = new StatusBadge(Status.NEUTRAL, "");
    private final Label id = new Label();
    private final Label story = new Label();
    private final Label advice = new Label();
    private final Button why = new Button("Why", new FontIcon(Feather.HELP_CIRCLE));
    private final Map<Column, Label> values = new EnumMap<>(Column.class);
    private final GridPane grid = new GridPane(Space.M, Space.XS);
    private final ScrollPane root;
    private String failure = "";

    /**
     * @param openWhy shows why the event of that id happened
     */
    FactsPane(DetailModel model, Consumer<String> openWhy) {
        why.setId("connection-why");
        why.getStyleClass().add(Styles.SMALL);
        why.setMinWidth(Region.USE_PREF_SIZE);
        why.setTooltip(new Tooltip("Show why the connection failed, down to the roots"));
        why.managedProperty().bind(why.visibleProperty());
        why.setOnAction(click -> openWhy.accept(failure));
        id.getStyleClass().addAll(Style.CODE, "connection-id");
        story.getStyleClass().add("close-story");
        advice.getStyleClass().add(Style.CAPTION);
        for (var text : new Label[] {story, advice}) {
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            text.managedProperty().bind(text.textProperty().isNotEmpty());
        }
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, texts);
        for (var column : Column.values()) {
            if (column != Column.STATE && column != Column.ID && column != Column.CLOSE) {
                addFact(column);
            }
        }
        var head = new HBox(Space.M, state, why);
        head.setAlignment(Pos.CENTER_LEFT);
        root = new ScrollPane(new VBox(Space.S, id, head, story, advice, grid));
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().addAll("facts", "focus-ring");
        root.setFocusTraversable(true); // the arrow keys scroll it
        root.setAccessibleText("What is known of the connection");
        model.connection().subscribe(this::show);
    }

    Node node() {
        return root;
    }

    private void addFact(Column column) {
        var name = new Label(column.titleInFull());
        name.getStyleClass().add(Style.CAPTION);
        var value = new Label();
        if (column.kind() == Column.Kind.NUMBER) {
            value.getStyleClass().add(Style.TABULAR);
        }
        value.setWrapText(true);
        value.visibleProperty().bind(value.textProperty().isNotEmpty());
        for (var node : new Label[] {name, value}) {
            node.managedProperty().bind(value.visibleProperty());
            node.setMinHeight(Region.USE_PREF_SIZE);
        }
        name.visibleProperty().bind(value.visibleProperty());
        values.put(column, value);
        grid.addRow(values.size(), name, value);
    }

    private void show(@Nullable ConnectionInfo connection) {
        if (connection == null) {
            return;
        }
        id.setText(connection.id());
        String word = Facts.stateWord(connection);
        state.show(StateCell.status(word), word);
        story.setText(CloseStory.of(connection));
        advice.setText(CloseStory.advice(connection));
        failure = Facts.failure(connection);
        why.setVisible(!failure.isEmpty());
        values.forEach((column, label) -> label.setText(column.inFull(connection)));
    }
}
