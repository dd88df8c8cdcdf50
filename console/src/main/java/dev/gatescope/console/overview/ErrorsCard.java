package dev.gatescope.console.overview;

import dev.gatescope.console.shell.Card;
import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Status;
import dev.gatescope.console.shell.StatusBadge;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.Event;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/** The last errors, newest first. For the JavaFX thread. */
final class ErrorsCard {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final GridPane rows = new GridPane(Space.M, Space.XS);
    private final EmptyHint hint =
            new EmptyHint(
                    Feather.CHECK_CIRCLE,
                    "No error known",
                    "Failed connections, messages and components and leaks appear here, newest"
                            + " first.");
    private final ObservableList<Event> errors;
    private final Consumer<String> openConnection;
    private final Card card;

    /**
     * @param openConnection shows the connection of that id
     */
    ErrorsCard(ObservableList<Event> errors, Consumer<String> openConnection) {
        this.errors = errors;
        this.openConnection = openConnection;
        var fixed = new ColumnConstraints();
        fixed.setMinWidth(Region.USE_PREF_SIZE);
        var widest = new ColumnConstraints();
        widest.setHgrow(Priority.ALWAYS);
        widest.setMinWidth(60);
        rows.getColumnConstraints().addAll(fixed, fixed, widest, fixed);
        var body = new StackPane(hint, rows);
        card = new Card("Last errors", body).growing(body);
        errors.addListener((ListChangeListener<Event>) change -> fill());
        fill();
    }

    Card node() {
        return card;
    }

    private void fill() {
        rows.getChildren().clear();
        for (var error : errors) {
            rows.addRow(
                    rows.getRowCount(),
                    new StatusBadge(Status.BAD, ""),
                    time(error),
                    message(error),
                    connection(error));
        }
        rows.setVisible(!errors.isEmpty());
        hint.setVisible(errors.isEmpty());
    }

    private static Label time(Event error) {
        var label = new Label(SECOND.format(error.time()));
        label.getStyleClass().addAll(Style.MUTED, Style.TABULAR);
        return label;
    }

    private static Label message(Event error) {
        var label = new Label(error.message());
        label.setTooltip(new Tooltip(error.type() + ": " + error.message()));
        return label;
    }

    private Node connection(Event error) {
        String id = error.connection();
        if (id == null) {
            return new Label();
        }
        var link = new Hyperlink(id);
        link.getStyleClass().add(Style.CODE);
        link.setOnAction(click -> openConnection.accept(id));
        return link;
    }
}
