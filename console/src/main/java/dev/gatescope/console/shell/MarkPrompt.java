package dev.gatescope.console.shell;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/** Asks for the label of a mark in a small window below its button. */
final class MarkPrompt {
    private final TextField label = new TextField();
    private final Popover popover;
    private final Consumer<String> answer;

    /**
     * A prompt that is not shown yet.
     *
     * @param answer takes the label
     */
    MarkPrompt(Consumer<String> answer) {
        this.answer = answer;
        label.setId("mark-label");
        label.setPromptText("for example: deployed 1.4.2");
        label.setPrefColumnCount(22);
        label.setOnAction(enter -> finish());
        var set = new Button("Set mark");
        set.getStyleClass().add(Styles.ACCENT);
        set.setOnAction(click -> finish());
        var what = new Label("A mark is a labelled line on every chart, from now on.");
        what.getStyleClass().add(Style.MUTED);
        var box = new VBox(Space.S, what, new HBox(Space.S, label, set));
        box.getStyleClass().add("mark-prompt");
        popover = new Popover(box);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
    }

    void show(Node anchor) {
        label.clear();
        popover.show(anchor);
        label.requestFocus();
    }

    private void finish() {
        popover.hide();
        answer.accept(label.getText());
    }
}
