package dev.gatescope.console.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Says what went wrong, and takes no room while nothing did. For the JavaFX thread. */
public final class ProblemLabel extends Label {
    /**
     * @param problem a sentence for people; empty while all is well
     */
    public ProblemLabel(ObservableValue<String> problem) {
        getStyleClass().add("problem");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().bind(problem);
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
