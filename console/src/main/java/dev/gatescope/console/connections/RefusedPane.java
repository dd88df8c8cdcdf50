package dev.gatescope.console.connections;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.RefusedRequest;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.function.Function;

/** The requests that never became a WebSocket, with what to change. */
final class RefusedPane {
    private final VBox root = new VBox(Space.S);

    RefusedPane(RefusedModel model) {
        var table = new TableView<>(model.requests());
        table.setId("refused");
        table.setFixedCellSize(Space.ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getStyleClass().addAll(Styles.DENSE, Style.CARD_TABLE);
        table.setPlaceholder(
                new EmptyHint(
                        Feather.SHIELD,
                        "No request was refused",
                        "Requests on the client port that got an HTTP status instead of a WebSocket"
                                + " appear here, with what to change. Open http://…/ws in a browser"
                                + " to see one."));
        add(table, "Time", 84, true, request -> Facts.time(request.time()));
        add(table, "Remote address", 140, false, RefusedRequest::remoteAddress);
        add(table, "Method", 70, false, RefusedRequest::method);
        add(table, "Path", 120, true, RefusedRequest::path);
        add(table, "Status", 64, true, request -> String.valueOf(request.status()));
        add(table, "Client", 160, false, request -> Facts.orEmpty(request.client()));
        add(table, "Origin", 160, false, request -> Facts.orEmpty(request.origin()));
        add(table, "What to change", 360, false, RefusedRequest::hint);
        VBox.setVgrow(table, Priority.ALWAYS);
        var problem = new Label();
        problem.getStyleClass().add("problem");
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        root.getChildren().addAll(problem, table);
        root.visibleProperty().subscribe(model::watch);
    }

    Node node() {
        return root;
    }

    private static void add(
            TableView<RefusedRequest> table,
            String title,
            double width,
            boolean code,
            Function<RefusedRequest, String> text) {
        var column = new TableColumn<RefusedRequest, String>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        if (code) {
            column.getStyleClass().add(Style.CODE);
        }
        table.getColumns().add(column);
    }
}
