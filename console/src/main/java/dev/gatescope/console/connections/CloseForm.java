package dev.gatescope.console.connections;

import atlantafx.base.theme.Styles;

import dev.gatescope.console.shell.ProblemLabel;
import dev.gatescope.console.shell.Space;
import dev.gatescope.console.shell.Style;
import dev.gatescope.shared.admin.ConnectionInfo;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** Closes the chosen connection: a button, and behind it code and reason. */
final class CloseForm {
    private final DetailModel model;
    private final Button ask = new Button("Close connection…");
    private final TextField code = new TextField("1000");
    private final TextField reason = new TextField();
    private final VBox form = new VBox(Space.S);
    private final VBox root = new VBox(Space.S);

    CloseForm(DetailModel model) {
        this.model = model;
        ask.setId("close-connection");
        ask.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        ask.setOnAction(click -> open(true));
        code.setId("close-code");
        code.setPrefColumnCount(4);
        code.setAccessibleText("Close code, 1000 or 3000 to 4999");
        reason.setId("close-reason");
        reason.setPromptText("Reason, for the client and the journal");
        reason.setOnAction(enter -> close());
        var close = new Button("Close");
        close.setId("close-now");
        close.getStyleClass().add(Styles.DANGER);
        close.setOnAction(click -> close());
        var cancel = new Button("Cancel");
        cancel.setOnAction(click -> open(false));
        HBox.setHgrow(reason, Priority.ALWAYS);
        code.setMinWidth(Region.USE_PREF_SIZE);
        form.getChildren()
                .addAll(new HBox(Space.S, code, reason), new HBox(Space.S, close, cancel));
        form.managedProperty().bind(form.visibleProperty());
        ask.managedProperty().bind(ask.visibleProperty());
        var problem = new ProblemLabel(model.closeProblem());
        problem.setId("close-problem");
        var forbidden = new Label();
        forbidden.setId("close-forbidden");
        forbidden.getStyleClass().add(Style.CAPTION);
        forbidden.setWrapText(true);
        forbidden.setMinHeight(Region.USE_PREF_SIZE);
        forbidden.textProperty().bind(model.whyNoClose());
        forbidden.visibleProperty().bind(model.whyNoClose().isNotEmpty());
        forbidden.managedProperty().bind(forbidden.visibleProperty());
        root.getChildren().addAll(ask, forbidden, form, problem);
        model.connection().subscribe(this::show);
        model.whyNoClose().subscribe(() -> show(model.connection().get()));
        open(false);
    }

    Node node() {
        return root;
    }

    private void show(@Nullable ConnectionInfo connection) {
        boolean open =
                connection != null
                        && !Facts.isClosed(connection)
                        && model.whyNoClose().get().isEmpty();
        ask.setDisable(!open);
        if (!open) {
            open(false);
        }
    }

    private void open(boolean asking) {
        ask.setVisible(!asking);
        form.setVisible(asking);
        if (asking) {
            reason.requestFocus();
        }
    }

    private void close() {
        model.close(code.getText(), reason.getText());
    }
}
