package dev.gatescope.console.connections;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.RefusedRequest;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
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
        table.setFixedCellSize(1.5 * Space.ROW); // the hint may need two lines
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getStyleClass().addAll(Styles.DENSE, Style.CARD_TABLE);
        table.setPlaceholder(
                new EmptyHint(
                        Feather.SHIELD,
                        "No request was refused",
                        "Requests on the client port that got an HTTP status instead of a WebSocket"
                                + " appear here, with what to change. Open http://…/ws in a browser"
                                + " to see one."));
        add(table, "Time", 76, true, request -> Facts.time(request.time()));
        add(table, "Remote address", 134, false, RefusedRequest::remoteAddress);
        add(table, "Request", 110, true, request -> request.method() + " " + request.path());
        add(table, "Status", 62, true, request -> String.valueOf(request.status()));
        add(table, "Client", 110, false, request -> ClientName.of(request.client()));
        add(table, "Origin", 150, false, request -> Facts.orEmpty(request.origin()));
        table.getColumns().add(hints());
        VBox.setVgrow(table, Priority.ALWAYS);
        root.getChildren().addAll(new ProblemLabel(model.problem()), table);
        root.setVisible(false);
        Runnable tell = () -> model.watch(root.isVisible() && root.getScene() != null);
        root.visibleProperty().subscribe(tell);
        root.sceneProperty().subscribe(tell);
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
        column.setMinWidth(width);
        column.setMaxWidth(1.4 * width);
        if (code) {
            column.getStyleClass().add("digits");
        }
        table.getColumns().add(column);
    }

    private static TableColumn<RefusedRequest, String> hints() {
        var column = new TableColumn<RefusedRequest, String>("What to change");
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().hint()));
        column.setCellFactory(any -> {
            var cell = new TextFieldTableCell<RefusedRequest, String>();
            cell.setWrapText(true);
            return cell;
        });
        column.setPrefWidth(600);
        return column;
    }
}
