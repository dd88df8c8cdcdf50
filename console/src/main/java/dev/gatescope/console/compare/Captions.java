package dev.gatescope.console.compare;

import dev.gatescope.console.shell.Style;

import javafx.scene.control.Label;

/** Words that explain what is beside them. For the JavaFX thread. */
final class Captions {
    private Captions() {}

    static Label of(String text) {
        var label = new Label(text);
        label.getStyleClass().add(Style.CAPTION);
        return label;
    }
}
