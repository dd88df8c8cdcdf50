package dev.gatescope.console;

import dev.gatescope.console.shell.EmptyHint;
import dev.gatescope.console.shell.Theme;

import javafx.scene.Scene;
import javafx.stage.Stage;

import org.kordamp.ikonli.feather.Feather;

/** The window. It opens at once, and holds a hint until there is a gateway to show. */
final class ConsoleWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 700;

    private final Stage stage = new Stage();

    /**
     * A window that is open.
     *
     * @param closed called when someone closes it
     */
    ConsoleWindow(Runnable closed) {
        Theme.LIGHT.apply();
        var hint =
                new EmptyHint(
                        Feather.ACTIVITY,
                        "The gateway is starting",
                        "Its figures appear here in a few seconds.");
        var scene = new Scene(hint, WIDTH, HEIGHT);
        Theme.dress(scene);
        stage.setTitle("Gatescope");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setOnHidden(hidden -> closed.run());
        stage.show();
    }

    /** Shows the views from now on. */
    void show(Views views) {
        stage.titleProperty().bind(views.model().titleProperty());
        stage.setScene(
                views.shell().scene(stage.getScene().getWidth(), stage.getScene().getHeight()));
    }
}
