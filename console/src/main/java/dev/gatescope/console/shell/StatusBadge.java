package dev.gatescope.console.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * A status as shape, word and colour, so that nobody needs to tell colours apart. For the JavaFX
 * thread.
 */
public final class StatusBadge extends HBox {
    private final Region shape = new Region();
    private final Label word = new Label();

    /** A badge that says this. */
    public StatusBadge(Status status, String text) {
        super(Space.S);
        shape.getStyleClass().add("status-shape");
        word.getStyleClass().add("status-word");
        word.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(shape, word);
        show(status, text);
    }

    /** Says something else from now on. */
    public void show(Status status, String text) {
        getStyleClass().setAll("status-badge", status.styleClass());
        word.setText(text);
        setAccessibleText(text);
    }
}
